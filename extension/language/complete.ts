import { t } from "../manifest/l10n";
import type { Manifest } from "../manifest/manifest";
import type { Path } from "../manifest/problem";
import type { Schema } from "../manifest/schema";
import { anchorsFor, completeAliases } from "./completeAliases";
import { completeComment } from "./completeComment";
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
  const { text } = manifest;
  const comment = completeComment(manifest, offset);
  if (comment !== undefined) return comment;
  const found = placeAt(text, offset);
  if (found === undefined) return [];
  const { place, step } = found;
  const scope = scopeOf(manifest);
  const merged = mergedAt(place.path);
  const schema = scope.schemaAt(merged ?? place.path);
  if (schema === undefined) return [];
  const aliases = aliasesAt(manifest, scope, schema, place, merged ?? place.path, offset);
  const items = merged === undefined ? answer(manifest, offset, scope, schema, place, step) : [];
  return withAlternatives(text, offset, place, [...items, ...aliases]);
}

/** Where the value of `<<` goes: the map around it. */
function mergedAt(path: Path): Path | undefined {
  const at = path.lastIndexOf("<<");
  return at >= 0 && at >= path.length - 2 ? path.slice(0, at) : undefined;
}

function aliasesAt(
  manifest: Manifest,
  scope: Scope,
  schema: Schema,
  place: Place,
  path: Path,
  cursor: number,
): readonly Completion[] {
  if (place.kind !== "value" || place.quote !== undefined || place.line === "below") return [];
  const before = place.needsSpace ? " " : "";
  return completeAliases(manifest, scope, schema, path, { cursor, before, range: place.token });
}

/**
 * An editor leaves out what does not match the word at the cursor. Where that word is whole, and can stand there, what is
 * asked for is something else in its place: the others then match it too, behind it.
 */
function withAlternatives(
  text: string,
  cursor: number,
  place: Place,
  items: readonly Completion[],
): readonly Completion[] {
  if (place.kind === "key" && !place.hasColon) return items;
  const isWhole = ({ label, range }: Completion): boolean =>
    range.start < cursor && text.slice(range.start, range.end) === label;
  const whole = items.find(isWhole);
  if (whole === undefined) return items;
  return items.map((item) =>
    item === whole
      ? { ...item, sortText: `!${item.sortText}` }
      : item.range.start !== whole.range.start || item.label.startsWith(whole.label)
        ? item
        : { ...item, filterText: `${whole.label} ${item.filterText ?? item.label}` },
  );
}

function answer(
  manifest: Manifest,
  cursor: number,
  scope: Scope,
  schema: Schema,
  place: Place,
  step: number,
): readonly Completion[] {
  const { text } = manifest;
  const range = place.token;
  const inner = " ".repeat(Math.max(0, place.column - (place.leading - lineStart(text, place.leading))));
  if (place.kind === "key") {
    if (hasTextBehind(text, cursor, place)) return [];
    const before = place.misplaced ? " ".repeat(place.column) : "";
    const indent = inner + " ".repeat(step);
    const keys = completeKeys(scope, schema, { place, before, indent, hasColon: place.hasColon, range, step });
    return [...keys, ...mergeKey(manifest, scope, schema, place, cursor, before)];
  }
  if (schema["x-references"] === true) {
    const template = completeTemplate(scope, text, cursor, place);
    if (template !== undefined) return template;
    if (place.kind === "value" && range.start === range.end) {
      return [...inSlot(scope, schema, place, text, cursor, inner, step), ...whole(scope, place, range)];
    }
  }
  if (place.kind === "text") return [];
  const items = inSlot(scope, schema, place, text, cursor, inner, step);
  const isEmptyMap = place.line === "below" && typesOf(schema).includes("object");
  return isEmptyMap ? [...items, ...mergeKey(manifest, scope, schema, place, cursor, "")] : items;
}

/** `<<` where there is an anchor above with a map that can be merged. */
function mergeKey(
  manifest: Manifest,
  scope: Scope,
  schema: Schema,
  place: Place,
  cursor: number,
  before: string,
): readonly Completion[] {
  const hasColon = place.kind === "key" && place.hasColon;
  if (hasColon || place.siblings.has("<<")) return [];
  if (anchorsFor(manifest, scope, schema, place.path, cursor).length === 0) return [];
  return [
    {
      label: "<<",
      kind: "property",
      detail: t`merge`,
      documentation: t`Takes over the keys of a map that has an anchor. Keys that stand here win.`,
      insertText: `${before}<<: `,
      snippet: false,
      range: place.token,
      sortText: "4",
      retrigger: true,
    },
  ];
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
  if (isFull(schema, place)) return values;
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

function isFull({ maxProperties }: Schema, { siblings }: Place): boolean {
  return maxProperties !== undefined && siblings.size >= maxProperties;
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
