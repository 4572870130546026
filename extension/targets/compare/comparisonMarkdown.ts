import type { App } from "../../manifest/app";
import { escapeMarkdown } from "../../manifest/escapeMarkdown";
import { t } from "../../manifest/l10n";
import type { Note } from "../export/exported";
import { fieldOf } from "../export/fieldOf";
import { amount, inShort } from "../money";
import type { Compared, Comparison } from "./compare";

/**
 * A comparison as a page with one table: a row for each component on each platform. @param link the target of a link to
 * where the manifest says what a note is about
 */
export function comparisonMarkdown(
  { platforms, components, lost, price }: Comparison,
  app: App,
  link: (note: Note) => string,
): string {
  const labels = new Map(platforms.map(({ id, label }) => [id, label]));
  const row = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  const whole = lost.filter(({ notes }) => notes.length > 0);
  const lines = [
    `# ${escapeMarkdown(t`${app.name} in ${app.environment}, on each platform`)}`,
    "",
    row([t`Component`, t`Platform`, t`Becomes`, t`Price`, t`Differs or is left out`]),
    row(["---", "---", "---", "---", "---"]),
    ...components.flatMap(({ name, type, on }) =>
      on.map((each, index) =>
        row([
          index === 0 ? `**${escapeMarkdown(name)}** ${escapeMarkdown(type)}` : "",
          escapeMarkdown(labels.get(each.platform) ?? each.platform),
          escapeMarkdown(each.becomes),
          priceOf(each),
          fields(each.lost, link, `${name}.`),
        ]),
      ),
    ),
    ...whole.map(({ platform, notes }, index) =>
      row([
        index === 0 ? `**${t`The whole`}**` : "",
        escapeMarkdown(labels.get(platform) ?? platform),
        "",
        "",
        fields(notes, link, ""),
      ]),
    ),
    "",
    `## ${t`Price of a month`}`,
    "",
    t`On AWS ${amount(price.idle)} idle, ${amount(price.maximum)} at most: list prices of ${price.asOf} in ${price.region}, with what all components share. Elsewhere unknown: there are no prices of other platforms here.`,
    "",
    t`Not included:`,
    "",
    ...price.notIncluded.map((text) => `- ${escapeMarkdown(text)}`),
  ];
  return `${lines.join("\n")}\n`;
}

const priceOf = ({ price }: Compared): string =>
  price === undefined ? t`unknown` : escapeMarkdown(inShort(price.idle, price.maximum));

/** Each field once, with all that is told of it as the link's own words on hovering. */
function fields(notes: readonly Note[], link: (note: Note) => string, prefix: string): string {
  const byField = new Map<string, Note[]>();
  for (const note of notes) byField.set(fieldOf(note), [...(byField.get(fieldOf(note)) ?? []), note]);
  const links = [...byField]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([field, [first, ...others]]) => {
      if (first === undefined) return "";
      const told = [first, ...others]
        .map(({ text }) => text)
        .join(" ")
        .replaceAll('"', "'");
      const shown = field.startsWith(prefix) ? field.slice(prefix.length) : field;
      return `[${escapeMarkdown(shown)}](${link(first)} "${escapeMarkdown(told)}")`;
    });
  return links.join(", ");
}
