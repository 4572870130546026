import type { Json } from "../edit/operation";
import { t } from "../l10n";
import { nearest } from "../nearest";
import type { Schema } from "../schema";
import type { ScalarNode } from "../syntax/node";
import { report, type Walk } from "./report";
import { code, found, join } from "./words";

/** `enum` and `const`. */
export function isAllowed(schema: Schema, value: ScalarNode["value"]): boolean {
  if (schema.const !== undefined) return schema.const === value;
  return schema.enum === undefined || schema.enum.includes(value);
}

export function reportChoice(walk: Walk, node: ScalarNode, schema: Schema, name: string): void {
  const choices = schema.const !== undefined ? [schema.const] : (schema.enum ?? []);
  const near = nearestChoice(node.value, choices);
  const hint = near === undefined ? "" : t` Did you mean ${code(near)}?`;
  const message = t`\`${name}\` must be ${join(choices.map(code))}, and is ${found(node)}.${hint}`;
  report(walk, "invalid-value", node.range, message, {
    data: {
      values: choices.map(String),
      ...(near !== undefined && { replacement: typeof near === "string" ? yamlWord(near) : String(near) }),
    },
  });
}

/** A choice in YAML, quoted where it would be read as a number. */
const yamlWord = (word: string): string => (/^[a-zA-Z]/.test(word) ? word : JSON.stringify(word));

function nearestChoice(value: ScalarNode["value"], choices: readonly Json[]): Json | undefined {
  if (typeof value === "string") return nearest(value, choices.map(String));
  if (typeof value !== "number") return undefined;
  const numbers = choices.filter((choice) => typeof choice === "number");
  return numbers.toSorted((a, b) => Math.abs(a - value) - Math.abs(b - value))[0];
}

export function checkString(walk: Walk, node: ScalarNode, value: string, schema: Schema, name: string): void {
  const say = (what: string) => {
    const shown = value.length > 60 ? `${value.slice(0, 60)}...` : value;
    report(walk, "invalid-value", node.range, t`\`${name}\` must be ${what}, and is \`${shown}\`.`);
  };
  const matches =
    schema.expression?.test(value) !== false &&
    (schema.anyOf === undefined || schema.anyOf.some((variant) => matchesVariant(variant, value)));
  const length = lengthOf(value);
  if (schema["x-references"] !== true && value.includes("${{")) {
    const message = t`A reference is read only in a value of \`env\`. Put it there, and use the variable here.`;
    report(walk, "invalid-reference", node.range, message);
    return;
  }
  if (schema.minLength !== undefined && length < schema.minLength) {
    report(walk, "invalid-value", node.range, t`\`${name}\` is empty. Write a value, or remove it.`);
  } else if (schema.maxLength !== undefined && length > schema.maxLength) {
    report(
      walk,
      "invalid-value",
      node.range,
      t`\`${name}\` is ${length} characters long; ${schema.maxLength} are possible.`,
    );
  } else if (!matches) {
    const near = nearest(
      value,
      schema.anyOf?.flatMap((variant) => variant.enum ?? variant.const ?? []).map(String) ?? [],
    );
    if (near === undefined) say(schema["x-message"] ?? t`of another form`);
    else {
      report(walk, "invalid-value", node.range, t`\`${name}\` cannot be \`${value}\`. Did you mean \`${near}\`?`, {
        data: { replacement: near },
      });
    }
  }
}

function matchesVariant(variant: Schema, value: string): boolean {
  return isAllowed(variant, value) && variant.expression?.test(value) !== false;
}

/** JSON Schema counts code points. */
const lengthOf = (value: string): number => [...value].length;

export function checkNumber(walk: Walk, node: ScalarNode, value: number, schema: Schema, name: string): void {
  const { minimum, maximum } = schema;
  const low = minimum !== undefined && value < minimum;
  const high = maximum !== undefined && value > maximum;
  if (!low && !high) return;
  const wanted =
    minimum !== undefined && maximum !== undefined
      ? t`from ${minimum} to ${maximum}`
      : low
        ? t`at least ${minimum}`
        : t`at most ${maximum}`;
  report(walk, "invalid-value", node.range, t`\`${name}\` must be ${wanted}, and is ${value}.`, {
    data: { replacement: String(low ? minimum : maximum) },
  });
}
