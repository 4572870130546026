/** A template as it is written or as CloudFormation gives it back: nothing about its shape is certain. */
export interface Reading {
  readonly region: string;
  readonly resources: ReadonlyMap<string, Read>;
}

export interface Read {
  readonly id: string;
  readonly type: string;
  readonly properties: Data;
}

export type Data = { readonly [key: string]: unknown };

export const isData = (value: unknown): value is Data =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** An object's member that is an object; else an empty one. */
export const dataAt = (data: Data, key: string): Data => (isData(data[key]) ? data[key] : {});
export const listAt = (data: Data, key: string): readonly unknown[] => (Array.isArray(data[key]) ? data[key] : []);
export const textAt = (data: Data, key: string): string | undefined =>
  typeof data[key] === "string" || typeof data[key] === "number" ? String(data[key]) : undefined;

/** CloudFormation takes numbers as text too. */
export function numberAt(data: Data, key: string): number | undefined {
  const value = Number(textAt(data, key) ?? Number.NaN);
  return Number.isFinite(value) ? value : undefined;
}

/** `true` and `"true"`. */
export const isOn = (data: Data, key: string): boolean => String(data[key]) === "true";

/** Whether a value refers to a resource in any way: `Ref`, `Fn::GetAtt`, `Fn::Sub`. */
export function refersTo(value: unknown, id: string): boolean {
  if (typeof value === "string")
    return value === id || value.startsWith(`${id}.`) || new RegExp(`\\$\\{${id}[.}]`).test(value);
  if (Array.isArray(value)) return value.some((item) => refersTo(item, id));
  return isData(value) && Object.values(value).some((item) => refersTo(item, id));
}
