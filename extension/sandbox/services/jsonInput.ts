import { isMap, type JsonMap } from "../state/json";
import { CloudError } from "../wire/cloudError";

/** Typed reading of one structure of a request in AWS JSON. What is absent, null or of another type is undefined. */
export class JsonInput {
  constructor(private readonly members: JsonMap) {}

  text(name: string): string | undefined {
    const value = this.members[name];
    return typeof value === "string" && value !== "" ? value : undefined;
  }

  number(name: string): number | undefined {
    const value = this.members[name];
    return typeof value === "number" && Number.isFinite(value) ? value : undefined;
  }

  flag(name: string): boolean | undefined {
    const value = this.members[name];
    return typeof value === "boolean" ? value : undefined;
  }

  texts(name: string): readonly string[] | undefined {
    return this.items(name)?.filter((item) => typeof item === "string");
  }

  list(name: string): readonly JsonInput[] | undefined {
    return this.items(name)
      ?.filter(isMap)
      .map((item) => new JsonInput(item));
  }

  nested(name: string): JsonInput | undefined {
    const value = this.members[name];
    return isMap(value) ? new JsonInput(value) : undefined;
  }

  private items(name: string): readonly unknown[] | undefined {
    const value = this.members[name];
    return Array.isArray(value) ? value : undefined;
  }
}

/** Reads a request body of AWS JSON 1.1. Throws a `CloudError` for one that is no JSON object. */
export function parseJson(body: string): JsonInput {
  let value: unknown;
  try {
    value = JSON.parse(body === "" ? "{}" : body);
  } catch {
    value = undefined;
  }
  if (!isMap(value)) {
    throw new CloudError("SerializationException", "The request is not a JSON object.");
  }
  return new JsonInput(value);
}
