import { openManifest } from "../manifest/manifest";
import type { Node } from "../manifest/syntax/node";
import { type Answer, given, refused } from "./answer";
import type { Values } from "./parameters";
import type { Package } from "./readPackage";

const mention = /\$\{\{\s*parameters\.([A-Za-z0-9]+)\s*\}\}/g;

/**
 * A package's components as the text of a whole manifest, its comments kept and its parameters filled in. Errors: a
 * parameter that there is not, or components that are no valid manifest.
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
  const manifest = openManifest(`name: ${of.name}\n\n${text}\n`);
  const wrong = manifest.problems.find(({ severity }) => severity === "error");
  if (wrong !== undefined) return refused(`The components of ${of.name} ${of.version} are not valid: ${wrong.message}`);
  return given(manifest.text);
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
