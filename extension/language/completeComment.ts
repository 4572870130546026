import { componentTypes, manifestSchema } from "../manifest/schema";
import type { Completion } from "./completion";

const label = "yaml-language-server: $schema=";

/** In a comment at the top of the text: the line by which other editors find the schema. */
export function completeComment(text: string, cursor: number): readonly Completion[] | undefined {
  const start = text.lastIndexOf("\n", cursor - 1) + 1;
  const typed = /^\ufeff?#[ \t]*([\w$=:-]*)$/.exec(text.slice(start, cursor));
  if (typed === null) return undefined;
  const isTop = text
    .slice(0, start)
    .split("\n")
    .every((line) => /^\ufeff?\s*(#.*)?$/.test(line));
  if (!isTop || text.slice(0, start).includes("$schema=")) return [];
  const rest = /^[\w$=:/.-]*/.exec(text.slice(cursor))?.[0] ?? "";
  return [
    {
      label: `${label}…`,
      kind: "value",
      documentation: `For other editors: the schema of manifests with ${componentTypes.size} component types.`,
      insertText: label + manifestSchema.$id,
      snippet: false,
      range: { start: cursor - (typed[1]?.length ?? 0), end: cursor + rest.length },
      sortText: "0",
    },
  ];
}
