import { applyEdits, edit } from "../manifest/edit/edit";
import type { Operation } from "../manifest/edit/operation";
import { type Manifest, openManifest } from "../manifest/manifest";
import { componentTypes } from "../manifest/schema";
import type { Node } from "../manifest/syntax/node";
import { type Answer, given, refused } from "./answer";
import type { Values } from "./parameters";
import type { Package } from "./readPackage";

const mention = /\$\{\{\s*parameters\.([A-Za-z0-9]+)\s*\}\}/g;

/**
 * A package's components as the text of a whole manifest, its comments kept and its parameters filled in. Each component
 * that it needs of another package is there as well, as a new one of its type, which takes its place. Errors: a parameter
 * that there is not, or components that are no valid manifest.
 */
export function expand(of: Package, values: Values): Answer<string> {
  const file = openManifest(of.text);
  const components = file.find(["components"])?.entry;
  if (components?.value === undefined) return refused(`${of.name} has no components.`);
  const unknown = new Set<string>();
  // What is said of the last value, behind it.
  const [behind = ""] = /^[ \t]+#[^\n]*/.exec(of.text.slice(components.range.end)) ?? [];
  let text = of.text.slice(components.range.start, components.range.end) + behind;
  for (const { range, value } of scalarsWith(components.value).reverse()) {
    const [from, to] = [range.start - components.range.start, range.end - components.range.start];
    text = text.slice(0, from) + filled(value, values, unknown) + text.slice(to);
  }
  const [missing] = unknown;
  if (missing !== undefined) return refused(`${of.name} mentions the parameter ${missing}, which it does not have.`);
  const manifest = withNeeds(openManifest(`name: ${of.name}\n\n${text}\n`), of.needs ?? {});
  const wrong = manifest.problems.find(({ severity }) => severity === "error");
  if (wrong !== undefined) return refused(`The components of ${of.name} ${of.version} are not valid: ${wrong.message}`);
  return given(manifest.text);
}

function withNeeds(own: Manifest, needs: NonNullable<Package["needs"]>): Manifest {
  const stand = Object.entries(needs).map(([name, { type }]): Operation => {
    return { kind: "addComponent", name, fields: { type, ...componentTypes.get(type)?.new } };
  });
  if (stand.length === 0) return own;
  const result = edit(own, stand);
  // What keeps it from being edited is a problem of the manifest, which is told of next.
  return result.ok ? openManifest(applyEdits(own.text, result.edits)) : own;
}

interface Filled {
  readonly range: Node["range"];
  readonly value: string;
}

/** Every text below a node that mentions a parameter, in the file's order. */
function scalarsWith(node: Node | undefined): Filled[] {
  if (node?.kind === "map") return node.entries.flatMap(({ value }) => scalarsWith(value));
  if (node?.kind === "sequence") return node.items.flatMap((item) => scalarsWith(item));
  if (node?.kind !== "scalar" || typeof node.value !== "string") return [];
  return node.value.search(mention) < 0 ? [] : [{ range: node.range, value: node.value }];
}

/** Always as JSON, which YAML reads as it stands: whatever a value holds, it cannot end its own text. */
function filled(text: string, values: Values, unknown: Set<string>): string {
  const valueNamed = (name: string) => {
    if (Object.hasOwn(values, name)) return values[name];
    unknown.add(name);
    return "";
  };
  const whole = new RegExp(`^${mention.source}$`).exec(text)?.[1];
  if (whole !== undefined) return JSON.stringify(valueNamed(whole));
  return JSON.stringify(text.replace(mention, (_, name: string) => String(valueNamed(name))));
}
