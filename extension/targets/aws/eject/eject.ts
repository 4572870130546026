import type { App } from "../../../manifest/app";
import type { Synthesis } from "../synthesis";
import type { Resource } from "../template";
import { readme } from "./readme";
import { renderYaml } from "./renderYaml";

/** Files that stand for themselves: what a deployment would do, without Stackwright. */
export interface Ejected {
  /** Texts by file name. */
  readonly files: ReadonlyMap<string, string>;
}

/** What a component's type is called: "a web service". Lent by who has the schema, which is large. */
export type NounOf = (type: string) => string | undefined;

/**
 * An environment as plain CloudFormation, with a comment above each component's resources and a page that says how to
 * deploy it. Logical ids stay as they are, so that it takes over the stack that there is, and gives it back.
 */
export function eject(app: App, synthesis: Synthesis, nounOf: NounOf): Ejected {
  const name = `${synthesis.stackName}.yaml`;
  return {
    files: new Map([
      [name, ejectedTemplate(app, synthesis, nounOf)],
      ["README.md", readme(app, synthesis, name)],
    ]),
  };
}

/** The template alone. */
export function ejectedTemplate(app: App, synthesis: Synthesis, nounOf: NounOf): string {
  return renderYaml({ ...synthesis.template }, comments(app, synthesis, nounOf));
}

/** Above the first resource of each component what it is; above the others that it is, when they stand apart. */
function comments(app: App, { template }: Synthesis, nounOf: NounOf): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  let before: string | undefined = "";
  for (const [id, resource] of Object.entries(template.Resources)) {
    const owner = ownerOf(resource);
    if (owner !== before) found.set(`Resources.${id}`, headline(app, owner, nounOf));
    before = owner;
  }
  return found;
}

function ownerOf({ Metadata }: Resource): string | undefined {
  const { component } = (Metadata?.["Stackwright"] ?? {}) as { readonly component?: string };
  return component;
}

function headline(app: App, owner: string | undefined, nounOf: NounOf): string {
  if (owner === undefined) return "What all components share";
  const type = app.components.get(owner)?.type ?? "";
  return `${owner}: ${nounOf(type) ?? "a component"}`;
}
