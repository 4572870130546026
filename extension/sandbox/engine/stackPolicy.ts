import { isMap, type Json, type JsonMap } from "../state/json";
import type { ResourceRecord, StackRecord } from "../state/records";

export type UpdateAction = "Update:Modify" | "Update:Replace" | "Update:Delete";

function texts(value: Json | undefined): readonly string[] {
  const list = Array.isArray(value) ? (value as readonly Json[]) : [value ?? null];
  return list.filter((item) => typeof item === "string");
}

function matches(patterns: readonly string[], text: string): boolean {
  return patterns.some((pattern) => {
    const parts = pattern.split("*").map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"));
    return new RegExp(`^${parts.join(".*")}$`, "i").test(text);
  });
}

/** A statement says what it is about, or what it is not about. */
function covers(statement: JsonMap, name: "Action" | "Resource", text: string): boolean {
  const not = statement[`Not${name}`];
  return not === undefined ? matches(texts(statement[name]), text) : !matches(texts(not), text);
}

function meets(statement: JsonMap, type: string): boolean {
  const condition = statement["Condition"];
  if (!isMap(condition)) {
    return true;
  }
  return Object.values(condition).every((test) => isMap(test) && matches(texts(test["ResourceType"]), type));
}

/** The statements of a stack policy; undefined for a text that is none. */
export function statementsOf(policy: string): readonly JsonMap[] | undefined {
  try {
    const value: unknown = JSON.parse(policy);
    const statement = isMap(value) ? value["Statement"] : undefined;
    const list = Array.isArray(statement) ? (statement as readonly Json[]) : [statement ?? null];
    const statements = list.filter(isMap);
    const isWhole =
      statements.length === list.length && statements.every(({ Effect }) => /^(Allow|Deny)$/.test(String(Effect)));
    return isWhole ? statements : undefined;
  } catch {
    return undefined;
  }
}

/** Why the policy of the running update forbids to do this to a resource; undefined when it is allowed. */
export function denial(stack: StackRecord, resource: ResourceRecord, action: UpdateAction): string | undefined {
  const policy = stack.operation?.policy;
  const statements = policy === undefined ? undefined : statementsOf(policy);
  if (!statements) {
    return undefined;
  }
  const subject = `LogicalResourceId/${resource.logicalId}`;
  const relevant = statements.map((statement, index) => ({ statement, number: index + 1 }));
  const applying = relevant.filter(
    ({ statement }) =>
      covers(statement, "Action", action) && covers(statement, "Resource", subject) && meets(statement, resource.type),
  );
  const denied = applying.find(({ statement }) => statement["Effect"] === "Deny");
  if (denied) {
    return `Action denied by stack policy: Statement [#${denied.number}] does not allow [${action}] for resource [${subject}]`;
  }
  // A policy protects whatever it does not mention.
  return applying.length > 0
    ? undefined
    : `Action denied by stack policy: no statement allows [${action}] for resource [${subject}]`;
}
