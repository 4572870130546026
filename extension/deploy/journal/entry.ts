import type { Revision } from "../operate/revision";
import type { DestroyPlan, Failure, Identity, Plan, RecoverPlan, Recovery } from "../types";

/** Who runs an operation: a process of a machine. */
export interface Owner {
  readonly pid: number;
  readonly host: string;
}

interface Common {
  /** Short, for a person to type. */
  readonly id: string;
  /** What the cloud was asked with; each event of the operation carries it. */
  readonly clientRequestToken: string;
  readonly identity: Identity;
  readonly environment: string;
  /** The manifest's path, where it has one. */
  readonly manifest?: string;
  /** By this machine's clock: ISO 8601. */
  readonly startedAt: string;
  /** By the cloud's clock: earlier events are not of this operation. */
  readonly since: string;
  /** Events of that very moment that are of something earlier, by id. */
  readonly known: readonly string[];
  readonly owner: Owner;
  /** What was deployed, to deploy it again; absent where it could not be kept. */
  readonly revision?: Revision;
  /** Absent while it runs, and when nobody saw how it ended. */
  readonly ended?: Ending;
}

export interface Ending {
  /** ISO 8601. */
  readonly at: string;
  readonly status: "succeeded" | "failed";
  readonly failure?: Failure;
}

/** What is done, and with what. */
export type Operation =
  | { readonly operation: "deploy"; readonly plan: Plan }
  | { readonly operation: "destroy"; readonly plan: DestroyPlan }
  | { readonly operation: Recovery; readonly plan: RecoverPlan };

/** One operation on one stack, with all it takes to follow it from another process. */
export type JournalEntry = Common & Operation;

/** What is known of an operation before it is begun. */
export type Draft = Omit<Common, "id" | "startedAt" | "owner" | "ended"> & Operation;

/** The lists that each kind of plan has. */
const lists: Readonly<Record<Operation["operation"], readonly string[]>> = {
  deploy: ["changes", "outputs"],
  destroy: ["deleted", "snapshotted", "retained"],
  cancel: ["resources"],
  rollback: ["resources"],
  continue: ["resources"],
};

/** A plan without the values of properties: they may hold what somebody wrote into the manifest against all advice. */
export function withoutValues({ renames: _, price: __, widened: ___, findings: ____, ...plan }: Plan): Plan {
  return { ...plan, changes: plan.changes.map((change) => ({ ...change, properties: [] })) };
}

/** The entry in a file's text; undefined when the file is damaged or of another version. */
export function readEntry(text: string): JournalEntry | undefined {
  try {
    const entry: unknown = JSON.parse(text);
    return isEntry(entry) ? entry : undefined;
  } catch {
    return undefined;
  }
}

function isEntry(value: unknown): value is JournalEntry {
  if (!isRecord(value) || !isRecord(value["plan"]) || !isRecord(value["identity"]) || !isRecord(value["owner"])) {
    return false;
  }
  const { operation, plan, identity, known, ended } = value;
  return (
    isOperation(operation) &&
    lists[operation].every((key) => Array.isArray(plan[key])) &&
    areTexts(plan, "stackName", "stackId") &&
    areTexts(identity, "account", "region", "target") &&
    areTexts(value, "id", "clientRequestToken", "environment", "startedAt", "since") &&
    Array.isArray(known) &&
    (ended === undefined || (isRecord(ended) && areTexts(ended, "at", "status")))
  );
}

function isOperation(value: unknown): value is Operation["operation"] {
  return typeof value === "string" && Object.hasOwn(lists, value);
}

function areTexts(value: Readonly<Record<string, unknown>>, ...keys: readonly string[]): boolean {
  return keys.every((key) => typeof value[key] === "string");
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
