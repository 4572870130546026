import { escapeMarkdown } from "../manifest/escapeMarkdown";
import { t } from "../manifest/l10n";
import { difference, inShort } from "../targets/money";
import { groupChanges } from "./groupChanges";
import { summarise, whereOf } from "./say";
import type { ChangeAction, Plan, PlannedChange, PropertyChange } from "./types";
import { durationWords } from "./words";

const words: Readonly<Record<ChangeAction, string>> = {
  replace: "**replace**",
  "maybe-replace": t`**may replace**`,
  remove: "**remove**",
  modify: "change",
  add: "add",
};

/** A plan as a page for a review: what it does, worst first, and what must be known before anybody agrees. */
export function planMarkdown(plan: Plan): string {
  const { stackName, identity, kind, changes, dataRisks, renames = [], widened = [], findings = [], price } = plan;
  const groups = groupChanges(changes).map(({ component, changes: rows, additions }) =>
    [
      `### ${component ?? t`Shared by all components`}`,
      [
        ...rows.map(changeItem),
        ...(additions.length > 0 ? [`- ${words.add} ${additions.map(({ text }) => text).join(", ")}`] : []),
      ].join("\n"),
    ].join("\n\n"),
  );
  return [
    `## ${kind === "create" ? t`Create ${stackName}` : t`Update ${stackName}`}`,
    t`${summarise(plan)} On ${whereOf(identity)}.`,
    ...section(t`Data is at stake`, dataRisks),
    ...section(
      t`Access gets wider`,
      widened.map(({ text }) => text),
    ),
    ...section(
      t`CloudFormation warns`,
      findings.map(({ logicalId, text }) => `${logicalId}: ${text}`),
    ),
    ...renames.flatMap(({ text, ways }) => [escapeMarkdown(text), bullets(ways)]),
    ...facts(plan),
    ...(price === undefined ? [] : [priceText(plan, price)]),
    ...groups,
    "",
  ].join("\n\n");
}

function section(title: string, texts: readonly string[]): readonly string[] {
  return texts.length === 0
    ? []
    : [`> **${title}**\n>\n${texts.map((text) => `> - ${escapeMarkdown(text)}`).join("\n")}`];
}

const bullets = (texts: readonly string[]): string => texts.map((text) => `- ${escapeMarkdown(text)}`).join("\n");

function facts({ duration, protection, identity }: Plan): readonly string[] {
  const where = identity.target === "sandbox" ? t` on AWS` : "";
  return [
    ...(duration
      ? [t`Expected duration${where}: ${durationWords(duration)}, an estimate; longest: ${duration.because}.`]
      : []),
    ...(protection === undefined
      ? []
      : [protection ? t`Termination protection is switched on.` : t`Termination protection is switched off.`]),
  ];
}

function priceText({ kind }: Plan, { sum, asOf }: NonNullable<Plan["price"]>): string {
  const after = inShort(sum.after.idle, sum.after.maximum);
  const changed = sum.change.idle !== 0 || sum.change.maximum !== 0;
  const moves = [difference(sum.change.idle), difference(sum.change.maximum)];
  const by = kind === "update" && changed ? t` (idle ${moves[0]}, at most ${moves[1]})` : "";
  return t`Price: ${escapeMarkdown(after)}${by}, at AWS list prices of ${asOf}.`;
}

function changeItem(change: PlannedChange): string {
  const { action, label, logicalId, properties } = change;
  const lines = properties.map((property) => `  - ${propertyText(property)}`);
  return [`- ${words[action]} ${label} ${code(logicalId)}`, ...lines].join("\n");
}

function propertyText({ path, before, after, recreation }: PropertyChange): string {
  const name = code(path.replace(/^Properties\./, ""));
  const note = { never: "", conditionally: t` (may force replacement)`, always: t` (**forces replacement**)` }[
    recreation
  ];
  if (before === undefined && after === undefined) return `${name}${note}`;
  return `${name}: ${shown(before)} → ${shown(after)}${note}`;
}

const shown = (value: string | undefined): string => (value === undefined ? "(none)" : code(value || '""'));

/** In as many backticks as it takes, for a value may have some itself. */
function code(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const ticks = "`".repeat(longest + 1);
  const pad = longest > 0 ? " " : "";
  return `${ticks}${pad}${text.replace(/\r?\n/g, " ")}${pad}${ticks}`;
}
