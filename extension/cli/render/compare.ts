import type { App } from "../../manifest/app";
import type { Compared, Comparison } from "../../targets/compare/compare";
import type { Note } from "../../targets/export/exported";
import { fieldOf } from "../../targets/export/fieldOf";
import { amount, inShort } from "../../targets/money";
import { clean, type Paint, wrap } from "../style";

/** Each component with what it becomes on each platform and what is lost there, and what is known of the price. */
export function renderComparison(comparison: Comparison, app: App, paint: Paint, width: number): string {
  const { platforms, components, lost, price } = comparison;
  const labels = new Map(platforms.map(({ id, label }) => [id, label]));
  const column = Math.max(...platforms.map(({ label }) => label.length)) + 4;
  const line = (platform: string, text: string): readonly string[] =>
    wrap(`  ${(labels.get(platform) ?? platform).padEnd(column - 2)}`, clean(text), column, width);
  const below = (text: string): readonly string[] =>
    wrap(" ".repeat(column), clean(text), column, width).map((part) => paint("yellow", part));
  return [
    paint("bold", `${app.name} in ${app.environment}, on each platform`),
    "",
    ...components.flatMap(({ name, type, on }) => [
      `${paint("bold", name)}  ${paint("dim", type)}`,
      ...on.flatMap((each) => [...line(each.platform, inWords(each)), ...lostIn(name, each.lost).flatMap(below)]),
      "",
    ]),
    ...(lost.some(({ notes }) => notes.length > 0)
      ? [
          paint("bold", "Not carried of the whole"),
          ...lost.flatMap(({ platform, notes }) =>
            notes.length > 0 ? line(platform, fieldsIn(notes).join(", ")) : [],
          ),
          "",
        ]
      : []),
    paint("bold", "Price of a month"),
    ...line("aws", `${amount(price.idle)} idle, ${amount(price.maximum)} at most`),
    ...wrap(
      " ".repeat(column),
      `List prices of ${price.asOf} in ${price.region}, with what all share. Not included:`,
      column,
      width,
    ),
    ...price.notIncluded.flatMap((text) => wrap(`${" ".repeat(column)}- `, clean(text), column + 2, width)),
    ...wrap(
      `  ${"Elsewhere".padEnd(column - 2)}`,
      "Unknown: Stackwright has no prices of other platforms.",
      column,
      width,
    ),
    "",
    "Why something is not carried, with its line: stackwright export PLATFORM",
    "",
  ].join("\n");
}

function inWords({ becomes, price }: Compared): string {
  return price === undefined ? becomes : `${becomes} (${inShort(price.idle, price.maximum)})`;
}

/** The fields by their names, and in whole what is told of the component itself. */
function lostIn(name: string, notes: readonly Note[]): readonly string[] {
  const own = notes.filter((note) => fieldOf(note) === name).map(({ text }) => text);
  const fields = fieldsIn(notes.filter((note) => fieldOf(note) !== name)).map((field) => field.slice(name.length + 1));
  return [...(fields.length > 0 ? [`Differs or is left out: ${fields.join(", ")}.`] : []), ...own];
}

const fieldsIn = (notes: readonly Note[]): readonly string[] => [...new Set(notes.map(fieldOf))].sort();
