import { unmarked } from "../unset";

/** Variables of an `.env` file, in its order; a name without `=` has no value. Quotes and comments as Compose reads them. */
export function readDotenv(
  text: string,
): ReadonlyMap<string, { readonly value: string | undefined; readonly line: number }> {
  const variables = new Map<string, { value: string | undefined; line: number }>();
  for (const [index, raw] of text.split(/\r\n|\n|\r/).entries()) {
    const match = /^\s*(?:export\s+)?([A-Za-z_][\w.-]*)\s*(?:=\s*(.*))?$/.exec(raw);
    if (match === null) continue;
    const [, name = "", value] = match;
    variables.set(name, { value: value === undefined ? undefined : unmarked(unquoted(value)), line: index + 1 });
  }
  return variables;
}

function unquoted(text: string): string {
  const quoted = /^(["'])(.*?)\1\s*(?:#.*)?$/.exec(text);
  if (quoted !== null) return quoted[1] === '"' ? (quoted[2] ?? "").replaceAll("\\n", "\n") : (quoted[2] ?? "");
  return text.replace(/(?:^|\s+)#.*$/, "").trimEnd();
}
