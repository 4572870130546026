const words = new Set(["title", "description", "x-message", "x-replaces", "label", "noun"]);

/** What the schema says to people, wherever in it that stands. */
export function schemaSentences(schema: unknown): readonly string[] {
  if (Array.isArray(schema)) return schema.flatMap(schemaSentences);
  if (typeof schema !== "object" || schema === null) return [];
  return Object.entries(schema).flatMap(([key, value]) =>
    words.has(key) && typeof value === "string" ? [value] : schemaSentences(value),
  );
}
