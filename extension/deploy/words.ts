import { t } from "../manifest/l10n";
import { plural } from "../manifest/plural";
import type { ExpectedDuration } from "./types";

export { plural } from "../manifest/plural";

/** "a", "a and b", "a, b and c"; or with "or". */
export function listed(items: readonly string[], last: "and" | "or" = "and"): string {
  if (items.length <= 1) return items.join("");
  if (last === "or") return t`${items.slice(0, -1).join(", ")} or ${items.at(-1) ?? ""}`;
  return t`${items.slice(0, -1).join(", ")} and ${items.at(-1) ?? ""}`;
}

/** "Update failed" from "update failed". */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** "service, 2 firewall rules and log": what there is many of needs no line each. */
export function counted(things: readonly { readonly label: string }[]): string {
  return listed(countedKinds(things).map(({ text }) => text));
}

/** Things of the same label together, in the order of the first of each: "service", "2 firewall rules". */
export function countedKinds<Thing extends { readonly label: string }>(
  things: readonly Thing[],
): readonly { readonly text: string; readonly things: readonly Thing[] }[] {
  const kinds = new Map<string, Thing[]>();
  for (const thing of things) {
    const kind = kinds.get(thing.label);
    if (kind === undefined) kinds.set(thing.label, [thing]);
    else kind.push(thing);
  }
  return [...kinds].map(([label, kind]) => ({
    text: kind.length === 1 ? label : plural(kind.length, label),
    things: kind,
  }));
}

/** "about 10 to 25 minutes"; of less than a minute and a half, seconds. */
export function durationWords({ usual, longest }: Pick<ExpectedDuration, "usual" | "longest">): string {
  if (longest < 90) return t`about ${Math.max(10, Math.ceil(longest / 10) * 10)} seconds`;
  const [from, to] = [Math.max(1, Math.round(usual / 60)), Math.max(2, Math.ceil(longest / 60))];
  return from >= to ? t`about ${to} minutes` : t`about ${from} to ${to} minutes`;
}

/** "less than a second", "41 seconds", "14 minutes and 3 seconds". */
export function timeTaken(seconds: number): string {
  if (seconds < 1) return t`less than a second`;
  if (seconds < 120) return plural(seconds, "second");
  const [minutes, rest] = [Math.floor(seconds / 60), seconds % 60];
  return rest === 0 ? plural(minutes, "minute") : t`${plural(minutes, "minute")} and ${plural(rest, "second")}`;
}
