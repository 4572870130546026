import type { ComponentTypeInfo } from "../../extension/manifest/schema";

/** Whether every word of a query stands in what is known about a type. */
export function matches(
  info: Pick<ComponentTypeInfo, "type" | "label" | "title" | "description">,
  query: string,
): boolean {
  const text = `${info.type} ${info.label} ${info.title} ${info.description}`.toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
