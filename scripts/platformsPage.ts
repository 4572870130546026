import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { componentTypes } from "../extension/manifest/schema";
import { exportTargets } from "../extension/targets/export/all";
import { type Fate, fateOf } from "../extension/targets/export/fates";
import { root } from "./setup/paths";

export const platformsFile = join(root, "docs", "platforms.md");

const introduction = `# Other platforms

\`\`\`sh
stackwright export PLATFORM [FILE] [-e ENVIRONMENT] [-o FOLDER]
\`\`\`

writes one environment of a manifest as files for another platform, into a folder of its own, with a page,
\`PLATFORM.md\`, that says how it is started and what has to be set first. Whatever the manifest says and the files do
not is listed with its line and the reason; nothing is dropped in silence. No file has a secret's value but \`.env\`, which is made on
this machine for Docker Compose and for the Secret of a cluster, with fresh values; a \`.gitignore\` keeps it from version control where there is none yet.
Nothing is overwritten.

${exportTargets.map(({ id, label }) => `- \`${id}\`: [${label}](#${anchorOf(label)})`).join("\n")}

\`stackwright compare [FILE] [-e ENVIRONMENT]\` shows in one table what each component becomes on each platform, what is
not carried there, and the price of a month on AWS with its date. What other platforms cost is not known, and is said so.

The files for Terraform are for OpenTofu as well. They are checked by \`tofu fmt\` and \`tofu validate\` against the schemas
that the providers publish, and applied by \`tofu test\` with providers that make up their answers. Those for AWS are the template for CloudFormation, translated resource by resource.

Manifests for Kubernetes and what \`helm template\` makes of a chart are the same objects. Both are checked by the schemas
of Kubernetes, the chart by \`helm lint --strict\` as well. A chart's \`values.yaml\` says what may be chosen: images, pods,
resources, disks, the ingress, and a database outside of the cluster in the place of its own (\`enabled: false\` and
\`host\`). What a scanner such as Checkov still finds is left so because an image may need it: containers may run as root
and write to their own file system, have the capabilities of a common entry point, have no limit of processors, and
name their images by tag. The \`securityContext\` and \`image\` of the values are the places to be stricter.

The tables below are made from what the export itself decides by. A field in **bold** is left out or differs, for the
reason beside it; the others are carried as it says.
`;

/** The page of what becomes of each field on each platform, as Markdown. */
export function platformsPage(): string {
  return [introduction, ...exportTargets.map(({ label, fates }) => `## ${label}\n\n${sections(fates)}`)].join("\n");
}

function sections(fates: Readonly<Record<string, Fate>>): string {
  const types = [...componentTypes.values()].map(({ type, label }) => ({ label, prefix: `${type}.` }));
  const of = (prefix: string) => Object.keys(fates).filter((field) => field.startsWith(prefix));
  const own = new Set(types.flatMap(({ prefix }) => of(prefix)));
  const whole = Object.keys(fates).filter((field) => !own.has(field));
  return [
    table("The whole", whole, "", fates),
    ...types.map(({ label, prefix }) => table(label, of(prefix), prefix, fates)),
  ].join("\n");
}

function table(
  title: string,
  fields: readonly string[],
  prefix: string,
  fates: Readonly<Record<string, Fate>>,
): string {
  const rows = fields.flatMap((field) => {
    const fate = fateOf(fates, field);
    if (fate === undefined || fate.kind === "editor" || field.endsWith(".type")) return [];
    const name = `\`${field.slice(prefix.length)}\``;
    return [`| ${fate.kind === "left" ? `**${name}**` : name} | ${fate.words.replaceAll("|", "\\|")} |\n`];
  });
  return `### ${title}\n\n| Field | |\n|---|---|\n${rows.join("")}`;
}

function anchorOf(label: string): string {
  return label.toLowerCase().replaceAll(" ", "-");
}

if (process.argv[1]?.endsWith("platformsPage.ts") === true) writeFileSync(platformsFile, platformsPage());
