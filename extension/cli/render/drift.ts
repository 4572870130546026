import type { Drift, DriftedProperty } from "../../deploy/operate/drift";
import { counted } from "../../deploy/words";
import { clean, type Paint } from "../style";

/** Each resource that differs, its properties below it, and what could not be looked at. */
export function renderDrift({ drifted, same, unchecked }: Drift, paint: Paint): string {
  const rows = drifted.map(({ component = "shared", label, logicalId, state, properties }) => {
    const head = `${paint("yellow", "!")} ${component}: ${label} ${logicalId}${state === "deleted" ? " was deleted" : ""}\n`;
    return head + properties.map((property) => `    ${renderProperty(property)}\n`).join("");
  });
  const word = same === 1 ? "resource is" : "resources are";
  const end =
    drifted.length === 0
      ? "Everything that can be looked at is as it was deployed.\n"
      : `${same} other ${word} as deployed.\n`;
  const not =
    unchecked.length === 0 ? "" : paint("dim", `CloudFormation does not look at ${clean(counted(unchecked))}.\n`);
  return rows.join("") + end + not;
}

function renderProperty({ path, kind, expected = "", actual = "" }: DriftedProperty): string {
  if (kind === "added") return `${path}: ${clean(actual)} was added`;
  if (kind === "removed") return `${path}: ${clean(expected)} was taken away`;
  return `${path}: deployed ${clean(expected)}, is ${clean(actual)}`;
}
