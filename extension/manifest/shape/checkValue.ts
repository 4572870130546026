import { t } from "../l10n";
import type { Range } from "../problem";
import type { Schema } from "../schema";
import type { Node, ScalarNode, SequenceNode } from "../syntax/node";
import { checkMap } from "./checkMap";
import { checkNumber, checkString, isAllowed, reportChoice } from "./checkScalar";
import { below, report, type Walk } from "./report";
import { expected, found, typeOf, typesOf } from "./words";

/**
 * Checks a value against its schema, one problem for one mistake.
 * @param at where to report what is not there: the value's key, or the item
 * @param name the key, for messages
 */
export function checkValue(walk: Walk, value: Node | undefined, schema: Schema, at: Range, name: string): void {
  const node = walk.follow(value);
  // An alias that leads nowhere has its problem already.
  if (node === undefined && value !== undefined) return;
  const inner = below(walk, value);
  const type = typeOf(node);
  const types = typesOf(schema);
  if (types.length > 0 && !types.includes(type) && !(type === "integer" && types.includes("number"))) {
    reportType(inner, node?.kind === "scalar" ? node : undefined, schema, node?.range ?? at, name, found(node));
    return;
  }
  if (node === undefined) return;
  if (node.kind === "map") checkMap(inner, node, schema, at, name);
  else if (node.kind === "sequence") checkSequence(inner, node, schema, name);
  else if (!isAllowed(schema, node.value)) reportChoice(inner, node, schema, name);
  else if (typeof node.value === "string") checkString(inner, node, node.value, schema, name);
  else if (typeof node.value === "number") {
    if (types.includes("string")) checkSpelling(inner, node, node.value, name);
    checkNumber(inner, node, node.value, schema, name);
  }
}

/** Where text is possible too, a number must mean what it looks like: YAML reads `1.10` as 1.1. */
function checkSpelling(walk: Walk, node: ScalarNode, value: number, name: string): void {
  const written = walk.text.slice(node.range.start, node.range.end);
  if (walk.via !== undefined || written === String(value)) return;
  const replacement = JSON.stringify(written);
  const message = t`YAML reads \`${written}\` as the number ${value}. Quote it if \`${name}\` should be what is written: \`${replacement}\`.`;
  report(walk, "invalid-value", node.range, message, { data: { replacement } });
}

function reportType(
  walk: Walk,
  scalar: ScalarNode | undefined,
  schema: Schema,
  range: Range,
  name: string,
  is: string,
): void {
  const replacement = scalar && spelling(walk, scalar, schema);
  const advice = replacement === undefined ? "" : adviceFor(scalar, replacement);
  report(walk, "wrong-type", range, t`\`${name}\` must be ${expected(schema)}, and is ${is}.${advice}`, {
    data: { expected: typesOf(schema), ...(replacement !== undefined && { replacement }) },
  });
}

function adviceFor(scalar: ScalarNode | undefined, replacement: string): string {
  if (replacement.startsWith('"')) return t` Quote it: \`${replacement}\`.`;
  if (scalar?.style === "plain") return t` In YAML 1.2 that is a word; write \`${replacement}\`.`;
  return t` Write it without quotes: \`${replacement}\`.`;
}

const yes = /^(?:yes|on|y|true)$/i;
const no = /^(?:no|off|n|false)$/i;

/** The same thing, spelt so that it has the type that is wanted. */
function spelling(walk: Walk, scalar: ScalarNode, schema: Schema): string | undefined {
  const types = typesOf(schema);
  const { value } = scalar;
  if (types.includes("string") && (typeof value === "number" || typeof value === "boolean")) {
    const written = walk.via === undefined ? walk.text.slice(scalar.range.start, scalar.range.end) : String(value);
    return JSON.stringify(written);
  }
  if (typeof value !== "string") return undefined;
  if (types.includes("boolean")) {
    if (yes.test(value)) return "true";
    if (no.test(value)) return "false";
  }
  const numeric = types.includes("integer") ? /^-?[0-9]{1,15}$/ : /^-?[0-9]{1,15}(?:\.[0-9]+)?$/;
  return (types.includes("integer") || types.includes("number")) && numeric.test(value) ? value : undefined;
}

function checkSequence(walk: Walk, node: SequenceNode, schema: Schema, name: string): void {
  const count = node.items.length;
  if (schema.minItems !== undefined && count < schema.minItems) {
    report(walk, "invalid-value", node.range, t`\`${name}\` needs at least ${schema.minItems}, and has ${count}.`);
    return;
  }
  if (schema.maxItems !== undefined && count > schema.maxItems) {
    report(walk, "invalid-value", node.range, t`\`${name}\` takes at most ${schema.maxItems}, and has ${count}.`);
    return;
  }
  if (schema.uniqueItems === true) checkUnique(walk, node, name);
  const { items } = schema;
  if (items === undefined) return;
  // A list replaces the base's, so that its items stand for themselves.
  const inner = walk.partial ? { ...walk, partial: false } : walk;
  const singular = items.title?.toLowerCase() ?? name;
  for (const item of node.items) checkValue(inner, item, items, item.range, singular);
}

function checkUnique(walk: Walk, node: SequenceNode, name: string): void {
  const seen = new Map<unknown, Node>();
  for (const item of node.items) {
    const value = walk.follow(item);
    if (value?.kind !== "scalar") continue;
    const first = seen.get(value.value);
    if (first === undefined) seen.set(value.value, item);
    else {
      report(
        walk,
        "invalid-value",
        item.range,
        t`\`${String(value.value)}\` is in \`${name}\` twice. Remove one of them.`,
        {
          related: walk.via === undefined ? [{ range: first.range, message: t`It is here first.` }] : [],
        },
      );
    }
  }
}
