import type { App } from "../../../manifest/app";
import { t } from "../../../manifest/l10n";
import type { Origin } from "../../target";
import { SynthesisError } from "../synthesisError";
import type { Resource, Template, Value } from "../template";
import { referencesIn } from "./referencesIn";

const sections = ["Resources", "Outputs", "Conditions", "Mappings"] as const;
const ignored = ["AWSTemplateFormatVersion", "Description"];

type Section = Readonly<Record<string, Value>>;
type Fragment = Partial<Record<(typeof sections)[number], Section>>;

/** Where a manifest names the file. */
export const extraPath = ["aws", "resources"] as const;

/**
 * Puts the resources of `aws.resources` into the template, as they stand. They may refer to what is in it; they cannot
 * change it. Throws a `SynthesisError` for what is no fragment of a template, an id that is taken, and a reference to
 * what does not exist.
 * @param document the file, as plain data with the short forms of functions written out
 */
export function addExtra(
  app: App,
  generated: { readonly template: Template; readonly origins: ReadonlyMap<string, Origin> },
  document: unknown,
): { readonly template: Template; readonly origins: ReadonlyMap<string, Origin> } {
  const file = app.resources?.file ?? "";
  const path = app.source(extraPath);
  const refuse = (message: string): never => {
    throw new SynthesisError("resources", `${file}: ${message}`, path);
  };
  const fragment = readFragment(document, refuse);
  const template: Record<string, unknown> = { ...generated.template };
  const origins = new Map(generated.origins);
  for (const section of sections) {
    const own = (generated.template as unknown as Fragment)[section] ?? {};
    const added = fragment[section];
    if (added === undefined) continue;
    for (const id of Object.keys(added)) {
      if (Object.hasOwn(own, id))
        refuse(t`${section}.${id} is in the generated template already. Choose another name.`);
    }
    template[section] = { ...own, ...(section === "Resources" ? marked(added, path.join("."), refuse) : added) };
  }
  for (const id of Object.keys(fragment.Resources ?? {})) origins.set(id, { path });
  const whole = template as unknown as Template;
  for (const { from, to } of referencesIn(fragment)) {
    if (!to.startsWith("AWS::") && !Object.hasOwn(whole.Resources, to)) {
      refuse(t`${from} refers to ${to}, and there is no such resource. stackwright synth shows the names there are.`);
    }
  }
  return { template: whole, origins };
}

function readFragment(document: unknown, refuse: (message: string) => never): Fragment {
  if (!isSection(document))
    return refuse(t`this is not a map. It needs \`Resources\`, as in a CloudFormation template.`);
  for (const [name, value] of Object.entries(document)) {
    if (ignored.includes(name)) continue;
    if (!sections.some((section) => section === name)) {
      return refuse(t`${name} cannot stand here. What can is ${sections.join(", ")}.`);
    }
    if (!isSection(value)) return refuse(t`${name} is not a map.`);
  }
  if (!Object.hasOwn(document, "Resources")) return refuse(t`there are no \`Resources\`.`);
  return document as Fragment;
}

/** The mark that all resources have, so that plan rows, events and failures lead back to the manifest. */
function marked(resources: Section, path: string, refuse: (message: string) => never): Section {
  return Object.fromEntries(
    Object.entries(resources).map(([id, value]) => {
      if (!/^[A-Za-z0-9]{1,255}$/.test(id)) refuse(t`${id} is no logical id: letters and digits, at most 255.`);
      if (!isSection(value) || typeof value["Type"] !== "string") return refuse(t`Resources.${id} has no \`Type\`.`);
      const resource = value as unknown as Resource;
      const { Type, ...rest } = resource;
      return [id, { Type, ...rest, Metadata: { ...resource.Metadata, Stackwright: { path } } } as unknown as Value];
    }),
  );
}

function isSection(value: unknown): value is Section {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
