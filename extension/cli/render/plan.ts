import { type ChangeGroup, groupChanges } from "../../deploy/groupChanges";
import { summarise, whereOf } from "../../deploy/say";
import type { ChangeAction, ExpectedDuration, Identity, Plan, PlannedChange, PropertyChange } from "../../deploy/types";
import { durationWords, listed } from "../../deploy/words";
import { type Paint, type Style, shorten, wrap } from "../style";
import { priceChangeLines } from "./price";
import { shared } from "./shared";

const looks: Readonly<Record<ChangeAction, { symbol: string; word: string; style: Style }>> = {
  replace: { symbol: "-/+", word: "replace", style: "red" },
  "maybe-replace": { symbol: "~/+", word: "may replace", style: "magenta" },
  remove: { symbol: "-", word: "remove", style: "red" },
  modify: { symbol: "~", word: "change", style: "yellow" },
  add: { symbol: "+", word: "add", style: "green" },
};

/** The symbol and the word of an action take this many columns on the screen. */
export const headWidth = 18;

/** Who and where, the changes by component with the worst first, what happens to data, and a line that sums it up. */
export function renderPlan(plan: Plan, paint: Paint, width: number): string {
  const { identity } = plan;
  const lines = [
    paint("bold", `${plan.kind === "create" ? "Create" : "Update"} ${plan.stackName} on ${whereOf(identity)}`),
    paint("dim", `as ${identity.arn}`),
    "",
  ];
  for (const group of groupChanges(plan.changes)) {
    lines.push(paint("bold", group.component ?? shared), ...groupLines(group, paint, width), "");
  }
  if (plan.protection !== undefined) {
    lines.push(`Termination protection is switched ${plan.protection ? "on" : "off"}.`, "");
  }
  for (const { text, ways } of plan.renames ?? []) {
    lines.push(paint("magenta", text), ...ways.flatMap((way) => wrap("  - ", way, 4, width)), "");
  }
  if (plan.dataRisks.length > 0) {
    lines.push(...plan.dataRisks.map((risk) => paint("red", `! ${risk}`)), "");
  }
  lines.push(...warningLines(plan, paint, width));
  if (plan.price !== undefined) lines.push(...priceChangeLines(plan.price, plan.kind, paint), "");
  if (plan.duration) lines.push(durationLine(plan.duration, identity), "");
  lines.push(paint("bold", summarise(plan)), "");
  return lines.join("\n");
}

/** Who reaches or may do more, and what CloudFormation would say of it. */
function warningLines({ widened = [], findings = [] }: Plan, paint: Paint, width: number): readonly string[] {
  const access = widened.flatMap(({ text }) => wrap("  ! ", text, 4, width));
  const found = findings.flatMap(({ logicalId, text }) => wrap("  - ", `${logicalId}: ${text}`, 4, width));
  return [
    ...(access.length > 0 ? [paint("magenta", "Access gets wider:"), ...access, ""] : []),
    ...(found.length > 0 ? [paint("yellow", "CloudFormation warns:"), ...found, ""] : []),
  ];
}

function durationLine(duration: ExpectedDuration, { target }: Identity): string {
  const where = target === "sandbox" ? " on AWS" : "";
  return `Duration${where}: ${durationWords(duration)}, an estimate; longest: ${duration.because}`;
}

function groupLines({ changes, additions }: ChangeGroup, paint: Paint, width: number): readonly string[] {
  const lines = changes.flatMap((change) => changeLines(change, paint, width));
  if (additions.length === 0) return lines;
  const added = listed(additions.map(({ text }) => text));
  return [...lines, ...wrap(head("add", paint), added, headWidth, width)];
}

function changeLines(change: PlannedChange, paint: Paint, width: number): readonly string[] {
  const title = `${head(change.action, paint)}${change.label} ${change.logicalId}`;
  const properties = change.properties.map((property) => propertyLine(property, paint, width));
  return [title, ...properties];
}

/** What changes in one property, on one line: a long value is cut on its own side, so that both sides are seen. */
function propertyLine({ path, before, after, recreation }: PropertyChange, paint: Paint, width: number): string {
  const forces = { never: "", conditionally: "  (may force replacement)", always: "  (forces replacement)" }[
    recreation
  ];
  const name = path.replace(/^Properties\./, "");
  if (before === undefined && after === undefined) return `        ${name}${paint("magenta", forces)}`;
  const room = Math.max(24, width - 8 - name.length - 5 - forces.length);
  const [left, right] = [shownValue(before), shownValue(after)];
  const half = Math.floor(room / 2);
  const forLeft = Math.max(half, room - right.length);
  const forRight = Math.max(half, room - left.length);
  return `        ${name}: ${shorten(left, forLeft)} → ${shorten(right, forRight)}${paint("magenta", forces)}`;
}

function shownValue(value: string | undefined): string {
  return value === undefined ? "(none)" : value === "" ? '""' : value;
}

/** The symbol and the word of an action, as the first columns of a line. */
export function head(action: ChangeAction, paint: Paint): string {
  const { symbol, word, style } = looks[action];
  return `  ${paint(style, `${symbol.padEnd(3)} ${word.padEnd(11)}`)} `;
}
