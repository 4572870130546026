import { mark } from "../unset";

/** The value of a variable; undefined while nobody has set it. */
export type Lookup = (name: string) => string | undefined;

/**
 * Puts values in the place of `$NAME` and `${NAME:-default}`, as the Compose specification has it. What has neither
 * value nor default becomes a mark, so that others can tell it from an empty text.
 */
export function interpolate(text: string, lookup: Lookup, depth = 0): string {
  if (!text.includes("$")) return text;
  let result = "";
  let at = 0;
  while (at < text.length) {
    const dollar = text.indexOf("$", at);
    if (dollar === -1) return result + text.slice(at);
    result += text.slice(at, dollar);
    const name = /^[A-Za-z_]\w*/.exec(text.slice(dollar + 1, dollar + 257))?.[0];
    const braced = text[dollar + 1] === "{" ? closing(text, dollar + 1) : undefined;
    if (text[dollar + 1] === "$") {
      result += "$";
      at = dollar + 2;
    } else if (name !== undefined) {
      result += lookup(name) ?? mark(name);
      at = dollar + 1 + name.length;
    } else if (braced !== undefined) {
      result += expand(text.slice(dollar + 2, braced), lookup, depth);
      at = braced + 1;
    } else {
      result += "$";
      at = dollar + 1;
    }
  }
  return result;
}

/** Characters of one expression; without a limit, a file of opening braces would be read once for each of them. */
const longest = 4096;

/** The brace that closes the one at an offset. */
function closing(text: string, open: number): number | undefined {
  let depth = 0;
  for (let index = open; index < Math.min(text.length, open + longest); index++) {
    if (text[index] === "{") depth++;
    else if (text[index] === "}" && --depth === 0) return index;
  }
  return undefined;
}

/** `NAME`, `NAME:-default`, `NAME-default`, `NAME:?words`, `NAME:+instead`. Deeper than anybody writes, it stays as it is. */
function expand(inside: string, lookup: Lookup, depth: number): string {
  const match = /^([A-Za-z_]\w*)(?:(:?[-?+])([\s\S]*))?$/.exec(inside);
  if (match === null || depth > 8) return `\${${inside}}`;
  const [, name = "", operator = "", word = ""] = match;
  const value = lookup(name);
  const has = value !== undefined && !(operator.startsWith(":") && value === "");
  if (operator.endsWith("+")) return has ? interpolate(word, lookup, depth + 1) : "";
  if (has) return value;
  if (operator.endsWith("-")) return interpolate(word, lookup, depth + 1);
  return value ?? mark(name);
}
