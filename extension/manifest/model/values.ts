import type { Json } from "../edit/operation";
import { childSchema, type Schema } from "../schema";

export type JsonMap = { readonly [key: string]: Json };

export const isJsonMap = (value: Json | undefined): value is JsonMap =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Looks at a map's own keys only, so that no name reaches a prototype. */
export const ownValue = (map: JsonMap, key: string): Json | undefined =>
  Object.hasOwn(map, key) ? map[key] : undefined;

/** A text that stands for a map, as that map. */
export const whole = (value: Json | undefined, schema: Schema | undefined): Json | undefined => {
  const short = schema?.["x-short"];
  return short !== undefined && typeof value === "string" ? { [short]: value } : value;
};

/**
 * A written map, read with its schema: what is not written has the schema's default. For values that were checked;
 * it does not check again.
 */
export class Values {
  readonly written: JsonMap;

  constructor(
    written: Json | undefined,
    readonly schema: Schema,
  ) {
    const map = whole(written, schema);
    this.written = isJsonMap(map) ? map : {};
  }

  get names(): readonly string[] {
    return Object.keys(this.written);
  }

  get(name: string): Json | undefined {
    return ownValue(this.written, name) ?? childSchema(this.schema, name)?.default;
  }

  /** The value of a key that the schema has a default for, or requires. */
  text(name: string): string {
    return String(this.get(name) ?? "");
  }

  optionalText(name: string): string | undefined {
    const value = this.get(name);
    return value === undefined ? undefined : String(value);
  }

  number(name: string): number {
    return Number(this.get(name) ?? 0);
  }

  optionalNumber(name: string): number | undefined {
    const value = this.get(name);
    return value === undefined ? undefined : Number(value);
  }

  flag(name: string): boolean {
    return this.get(name) === true;
  }

  list(name: string): readonly Json[] {
    const value = this.get(name);
    return Array.isArray(value) ? value : [];
  }

  texts(name: string): readonly string[] {
    return this.list(name).map(String);
  }

  child(name: string): Values {
    return new Values(ownValue(this.written, name), childSchema(this.schema, name) ?? {});
  }

  items(name: string): readonly Values[] {
    const schema = childSchema(this.schema, name)?.items ?? {};
    return this.list(name).map((item) => new Values(item, schema));
  }
}
