import { t } from "../manifest/l10n";
import type { Manifest } from "../manifest/manifest";
import type { Path, Range } from "../manifest/problem";
import type { Schema } from "../manifest/schema";
import type { Completion } from "./completion";
import type { Scope } from "./scope";

/** An alias for each anchor above the cursor whose value can stand at `path`. */
export function completeAliases(
  manifest: Manifest,
  scope: Scope,
  schema: Schema,
  path: Path,
  at: { readonly cursor: number; readonly before: string; readonly range: Range },
): readonly Completion[] {
  return anchorsFor(manifest, scope, schema, path, at.cursor).map(({ name, shows }, index) => ({
    label: `*${name}`,
    kind: "reference",
    detail: shows,
    documentation: t`What is anchored as \`&${name}\` above.`,
    insertText: `${at.before}*${name}`,
    snippet: false,
    range: at.range,
    sortText: `2${String(index).padStart(4, "0")}`,
  }));
}

interface Anchor {
  readonly name: string;
  readonly shows: string;
}

/** Anchors above the cursor that do not hold the cursor, and that hold what belongs there. */
export function anchorsFor(
  manifest: Manifest,
  scope: Scope,
  schema: Schema,
  path: Path,
  cursor: number,
): readonly Anchor[] {
  const above = manifest.text.slice(0, cursor);
  if (!above.includes("&")) return [];
  const found = new Map<string, Anchor>();
  for (const match of above.matchAll(/[\s[{,]&([^\s,[\]{}]+)[ \t]*([^\r\n]*)/g)) {
    const [, name = "", rest = ""] = match;
    // An item begins behind its anchor; a map may begin on the line below.
    const anchored = manifest.pathAt(match.index + (rest === "" ? 2 : match[0].length - rest.length));
    const node = manifest.resolve(manifest.find(anchored)?.node);
    const holds = anchored.every((step, index) => path[index] === step);
    if (node?.anchor !== name || holds || !fits(scope.schemaAt(anchored), schema, anchored, path, node.kind)) continue;
    found.set(name, { name, shows: rest.slice(0, 60) });
  }
  return [...found.values()];
}

function fits(from: Schema | undefined, to: Schema, anchored: Path, path: Path, kind: string): boolean {
  if (from === to) return true;
  if (to["x-references"] === true) return kind === "scalar" && from?.["x-references"] === true;
  return isComponent(anchored) && isComponent(path);
}

function isComponent(path: Path): boolean {
  return path.length === 2 && path[0] === "components";
}
