import type { Json } from "./edit/operation";
import type { Manifest } from "./manifest";
import { clearSecretIn, tokenIn } from "./meaning/clearSecret";
import type { Range } from "./problem";
import type { Node } from "./syntax/node";

/** What stands where a value was that seemed to be a secret. */
export const mask = "****";

/**
 * The text with every value masked that seems to be a secret, so that it can be kept outside of the manifest. Silenced
 * problems count too. Everything else, comments as well, stays as it is; what cannot be read is given back empty, since
 * nobody can say what is in it. `alsoSecret` names further values.
 */
export function maskSecrets(manifest: Manifest, alsoSecret: (value: string) => boolean = () => false): string {
  if (!manifest.readable) return "";
  const ranges = new Map<number, Range>();
  const note = (node: Node | undefined, what: (value: string) => string | undefined): void => {
    if (node?.kind !== "scalar" || typeof node.value !== "string" || what(node.value) === undefined) return;
    ranges.set(node.range.start, node.range);
  };
  const walk = (node: Node | undefined): void => {
    note(node, (value) => tokenIn(value) ?? (alsoSecret(value) ? value : undefined));
    if (node?.kind === "sequence") for (const item of node.items) walk(item);
    if (node?.kind !== "map") return;
    for (const { key, value } of node.entries) {
      walk(value);
      // What a variable is called may stand elsewhere than its value: behind an alias, or merged in.
      const env = key.value === "env" ? manifest.resolve(value) : undefined;
      for (const entry of env?.kind === "map" ? manifest.entriesOf(env) : []) {
        note(manifest.resolve(entry.value), (text) => clearSecretIn(String(entry.key.value), text));
      }
    }
  };
  walk(manifest.root);
  let text = "";
  let end = 0;
  for (const range of [...ranges.values()].sort((a, b) => a.start - b.start)) {
    text += `${manifest.text.slice(end, range.start)}"${mask}"`;
    end = range.end;
  }
  return text + manifest.text.slice(end);
}

/** The same for values that were read: what seems to be a secret is the mask. */
export function maskJson(value: Json, name = "", isVariable = false): Json {
  if (typeof value === "string") {
    const what = isVariable ? clearSecretIn(name, value) : tokenIn(value);
    return what === undefined ? value : mask;
  }
  if (Array.isArray(value)) return value.map((item) => maskJson(item));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, maskJson(inner, key, !isVariable && name === "env")]),
  );
}
