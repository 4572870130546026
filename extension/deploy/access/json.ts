/** A part of a template, of which nothing is known but that it is JSON. */
export type Json = Readonly<Record<string, unknown>>;

export function mapOf(value: unknown): Json {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Json) : {};
}

/** One thing counts as a list of one, as in a policy. */
export function listOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

/** What a value points at: the id behind `Ref` and `Fn::GetAtt`, the text of `Fn::Sub`, or the text itself. */
export function targetOf(value: unknown): string {
  if (typeof value === "string") return value;
  const map = mapOf(value);
  if (typeof map["Ref"] === "string") return map["Ref"];
  const attribute = map["Fn::GetAtt"];
  if (attribute !== undefined) return String(listOf(attribute)[0]).split(".")[0] ?? "";
  const [text] = listOf(map["Fn::Sub"]);
  return typeof text === "string" ? text : JSON.stringify(value);
}
