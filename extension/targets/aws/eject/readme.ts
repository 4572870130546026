import type { App } from "../../../manifest/app";
import type { Synthesis } from "../synthesis";

/** The page beside an ejected template: how it is deployed, what it needs, and the way back. */
export function readme(app: App, synthesis: Synthesis, file: string): string {
  const { stackName, capabilities, tags, terminationProtection } = synthesis;
  const tagged = Object.entries(tags).map(([key, value]) => `"${key}=${value}"`);
  const lines = [
    `# ${stackName}`,
    "",
    `CloudFormation for ${app.name} in ${app.environment}, as Stackwright generates it from \`stackwright.yaml\`.`,
    "From here on it is yours: nothing reads the manifest any more.",
    "",
    "## Deploying it",
    "",
    "```sh",
    `aws cloudformation deploy --region ${app.region} --stack-name ${stackName} \\`,
    `  --template-file ${file} --capabilities ${capabilities.join(" ")} \\`,
    `  --tags ${tagged.join(" ")}`,
    "```",
    "",
    ...(tooLarge(synthesis)
      ? ["The template is larger than 51,200 bytes, so add `--s3-bucket` with a bucket of yours in that region.", ""]
      : []),
    ...(app.account === undefined ? [] : [`The manifest allows the account ${app.account} only.`, ""]),
    "The logical ids are those of the stack that Stackwright has deployed: the first deployment changes nothing in it.",
    ...(terminationProtection
      ? [
          "",
          `Termination protection is a property of the stack, not of the template: \`aws cloudformation update-termination-protection --enable-termination-protection --stack-name ${stackName}\`.`,
        ]
      : []),
    "",
    "## Parameters",
    "",
    ...parameters(synthesis),
    ...secrets(app),
    "",
    "## The way back",
    "",
    "As long as the logical ids stay as they are, Stackwright takes the stack over again: put what you changed into the",
    "manifest, as fields, as `aws.overrides` or as `aws.resources`, and look at `stackwright plan` until it says that there",
    "is nothing to deploy.",
    "",
  ];
  return lines.join("\n");
}

function parameters({ template }: Synthesis): string[] {
  const own = Object.entries(template.Parameters ?? {});
  if (own.length === 0) {
    return ["It has none: what differs between environments stands in the template of each. Change it there."];
  }
  return [
    "The images that Stackwright builds. Push them to a registry and give their names, with a digest, as",
    "`--parameter-overrides`; all else that differs between environments stands in the template of each.",
    "",
    ...own.map(([id, { Description }]) => `- \`${id}\`: ${Description}`),
  ];
}

const tooLarge = ({ text }: Synthesis): boolean => new TextEncoder().encode(text).length > 51_200;

/** What has to be there before. */
function secrets(app: App): string[] {
  const names = [...app.components.values()].flatMap((component) =>
    "secrets" in component ? component.secrets.flatMap((secret) => ("from" in secret ? [secret.from] : [])) : [],
  );
  if (names.length === 0) return [];
  return ["", "Secrets that have to exist before:", "", ...[...new Set(names)].sort().map((name) => `- \`${name}\``)];
}
