import { isMap, type Json } from "../state/json";
import { splitAttribute } from "./readText";

export interface Reference {
  readonly kind: "Ref" | "GetAtt";
  readonly name: string;
  /** For `GetAtt`. Undefined when it is itself computed. */
  readonly attribute?: string;
}

const PLACEHOLDER = /\$\{([^!${}][^${}]*)\}/g;

/** The names in `${...}` of a `Fn::Sub` text, `${!literal}` left out. */
export function placeholders(text: string): readonly string[] {
  return [...text.matchAll(PLACEHOLDER)].map((match) => (match[1] ?? "").trim());
}

function fromSub(argument: Json, found: Reference[]): void {
  const [text, variables] = Array.isArray(argument) ? (argument as readonly Json[]) : [argument];
  const local = isMap(variables) ? variables : {};
  if (typeof text === "string") {
    for (const name of placeholders(text)) {
      const [id, attribute] = splitAttribute(name);
      if (!Object.hasOwn(local, name) && id !== undefined) {
        found.push(attribute === undefined ? { kind: "Ref", name: id } : { kind: "GetAtt", name: id, attribute });
      }
    }
  }
  collect(local, found);
}

function fromGetAtt(argument: Json, found: Reference[]): void {
  const [name, attribute] =
    typeof argument === "string" ? splitAttribute(argument) : Array.isArray(argument) ? argument : [];
  if (typeof name === "string") {
    found.push({ kind: "GetAtt", name, ...(typeof attribute === "string" ? { attribute } : {}) });
  }
  collect(attribute ?? null, found);
}

function collect(value: Json, found: Reference[]): void {
  if (Array.isArray(value)) {
    for (const item of value) {
      collect(item, found);
    }
    return;
  }
  if (!isMap(value)) {
    return;
  }
  for (const [key, argument] of Object.entries(value)) {
    if (key === "Ref" && typeof argument === "string") {
      found.push({ kind: "Ref", name: argument });
    } else if (key === "Fn::GetAtt") {
      fromGetAtt(argument, found);
    } else if (key === "Fn::Sub") {
      fromSub(argument, found);
    } else {
      collect(argument, found);
    }
  }
}

/** Every `Ref`, `Fn::GetAtt` and `Fn::Sub` placeholder in a value. Pseudo parameters are among them. */
export function references(value: Json): readonly Reference[] {
  const found: Reference[] = [];
  collect(value, found);
  return found;
}
