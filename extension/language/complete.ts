import type { Manifest } from "../manifest/manifest";
import type { Schema } from "../manifest/schema";
import { completeKeys } from "./completeKeys";
import { completeTemplate, whole } from "./completeTemplate";
import { completeItems, completeValues } from "./completeValues";
import type { Completion } from "./completion";
import { typesOf } from "./describe";
import type { Place } from "./place/place";
import { placeAt } from "./place/placeAt";
import { type Scope, scopeOf } from "./scope";

export type { Completion, CompletionKind } from "./completion";

/** What can stand at `offset`, best first. Never throws; empty where nothing of ours belongs. */
export function complete(manifest: Manifest, offset: number): readonly Completion[] {
  const found = placeAt(manifest.text, offset);
  if (found === undefined) return [];
  const scope = scopeOf(manifest);
  const schema = scope.schemaAt(found.place.path);
  if (schema === undefined) return [];
  return answer(manifest.text, offset, scope, schema, found);
}

function answer(
  text: string,
  cursor: number,
  scope: Scope,
  schema: Schema,
  { place, step }: { readonly place: Place; readonly step: number },
): readonly Completion[] {
  const range = place.token;
  const inner = " ".repeat(Math.max(0, place.column - (place.leading - lineStart(text, place.leading))));
  if (place.kind === "key") {
    if (hasTextBehind(text, cursor, place)) return [];
    const indent = inner + " ".repeat(step);
    return completeKeys(scope, schema, { place, before: "", indent, hasColon: place.hasColon, range, step });
  }
  if (schema["x-references"] === true) {
    const template = completeTemplate(scope, text, cursor, place);
    if (template !== undefined) return template;
    if (place.kind === "value" && range.start === range.end) return whole(scope, place, range);
  }
  if (place.kind === "text") return [];
  return inSlot(scope, schema, place, text, cursor, inner, step);
}

/** A value that may be a scalar, a list or a map: what fits where the cursor is. */
function inSlot(
  scope: Scope,
  schema: Schema,
  place: Place & { readonly kind: "value" },
  text: string,
  cursor: number,
  inner: string,
  step: number,
): readonly Completion[] {
  const range = place.token;
  const space = place.needsDash ? "- " : place.needsSpace ? " " : "";
  const types = typesOf(schema);
  const items =
    types.includes("array") && place.quote === undefined
      ? completeItems(scope, schema, { place, before: space, range })
      : [];
  const values = types.every((type) => type === "object" || type === "array")
    ? []
    : completeValues(scope, schema, { place, before: space, range });
  if (!types.includes("object") || place.quote !== undefined) return [...values, ...items];
  if (place.line === "below" || typeof place.path.at(-1) === "number") {
    const indent = inner + " ".repeat(place.needsDash ? step + 2 : step);
    return [...items, ...completeKeys(scope, schema, { place, before: space, indent, hasColon: false, range, step })];
  }
  if (place.flow || range.start < range.end) return [...values, ...items];
  // Behind the colon of a map: its first key goes to the line below, and the space in between goes away.
  const from = text.lastIndexOf(":", cursor) + 1;
  const below = " ".repeat(step);
  const keys = completeKeys(scope, schema, {
    place,
    before: `\n${keyIndent(text, from) + below}`,
    indent: keyIndent(text, from) + below + below,
    hasColon: false,
    range: { start: from, end: cursor },
    step,
  });
  return [...values, ...items, ...keys];
}

/** How far a line's first key stands behind its dash. */
function keyIndent(text: string, offset: number): string {
  const dashes = /^[ \t]*((?:-[ \t]+)*)/.exec(text.slice(lineStart(text, offset), offset));
  return " ".repeat(dashes?.[1]?.length ?? 0);
}

/** In front of something that is no part of a key being typed, a new key would swallow it. */
function hasTextBehind(text: string, cursor: number, place: Place): boolean {
  return (
    cursor === place.token.start && place.token.end > place.token.start && place.kind === "key" && text[cursor] !== "\n"
  );
}

function lineStart(text: string, offset: number): number {
  return offset === 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;
}
