import { isMap } from "../state/json";

/**
 * What can go wrong between a client and the cloud. `throttled`, `expired` and `denied` are refusals in AWS's words,
 * `unreadable` is a status 500 with a page of HTML, `dropped` ends the connection without an answer, and `slow` answers
 * late. `duplicated` and `reordered` do so to the events that a client reads.
 */
export const faultKinds = [
  "throttled",
  "expired",
  "denied",
  "unreadable",
  "dropped",
  "slow",
  "duplicated",
  "reordered",
] as const;
export type FaultKind = (typeof faultKinds)[number];

export interface Fault {
  readonly kind: FaultKind;
  /** The operations that it strikes, such as `ExecuteChangeSet`; all when absent. */
  readonly actions?: readonly string[];
  /** How long it lasts, by the Sandbox's clock; until it is ended when absent. */
  readonly seconds?: number;
  /** How many requests it strikes; any number when absent. */
  readonly times?: number;
  /** For `dropped` and `unreadable`: the operation is carried out, and only its answer is lost. */
  readonly afterwards?: boolean;
  /** For `slow`: how long an answer is held back, in milliseconds of real time. 1,000 when absent. */
  readonly delay?: number;
}

function isAmount(value: unknown): boolean {
  return value === undefined || (typeof value === "number" && Number.isFinite(value) && value >= 0);
}

/** Whether a value from outside is a fault, with every member in its place. */
export function isFault(value: unknown): value is Fault {
  if (!isMap(value) || !faultKinds.some((kind) => kind === value["kind"])) {
    return false;
  }
  const { actions, afterwards } = value;
  return (
    [value["seconds"], value["times"], value["delay"]].every(isAmount) &&
    (afterwards === undefined || typeof afterwards === "boolean") &&
    (actions === undefined || (Array.isArray(actions) && actions.every((action) => typeof action === "string")))
  );
}
