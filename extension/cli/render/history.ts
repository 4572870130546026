import type { HistoryEntry } from "../../deploy/operate/history";
import { countedKinds } from "../../deploy/words";
import { clean, type Paint, type Style } from "../style";

const styles: Readonly<Record<HistoryEntry["status"], Style>> = { succeeded: "green", failed: "red", running: "cyan" };

/** A line for each operation, and below it who, from which commit, and what it changed. */
export function renderHistory(operations: readonly HistoryEntry[], paint: Paint): string {
  if (operations.length === 0) return "Nothing is known to have been done to this environment.\n";
  return operations.map((entry) => renderEntry(entry, paint)).join("");
}

function renderEntry(entry: HistoryEntry, paint: Paint): string {
  const { id = "-", at, operation, status, failure } = entry;
  const line = `${id.padEnd(8)}  ${at.replace(/\.\d+Z$/, "Z")}  ${operation.padEnd(8)}  ${paint(styles[status], status)}`;
  const below = [whoOf(entry), changesOf(entry), ...(failure ? [failure.message] : [])].filter((text) => text !== "");
  return `${line}\n${below.map((text) => `          ${paint("dim", clean(text))}\n`).join("")}`;
}

function whoOf({ who, revision }: HistoryEntry): string {
  const commit =
    revision?.commit && `commit ${revision.commit.slice(0, 10)}${revision.changed ? ", with changes" : ""}`;
  return [who ?? "from elsewhere: this machine's journal has no word of it", ...(commit ? [commit] : [])].join(", ");
}

/** "web: task definition, service; shared: 2 outputs": what was touched, by component. */
export function changesOf({ changes = [] }: HistoryEntry): string {
  const components = new Map<string, { readonly label: string }[]>();
  for (const { component = "shared", label } of changes) {
    components.set(component, [...(components.get(component) ?? []), { label }]);
  }
  return [...components]
    .map(
      ([name, labels]) =>
        `${name}: ${countedKinds(labels)
          .map(({ text }) => text)
          .join(", ")}`,
    )
    .join("; ");
}
