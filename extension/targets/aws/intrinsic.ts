import type { Value } from "./template";

export const ref = (id: string): Value => ({ Ref: id });
export const attribute = (id: string, name: string): Value => ({ "Fn::GetAtt": [id, name] });
/** `text` with `${Id}` and `${Id.Attribute}` in it; what comes from a manifest goes through `render`. */
export const sub = (text: string): Value => ({ "Fn::Sub": text });

/**
 * A piece of a value: text as it stands, or what CloudFormation puts in its place (`${Id.Attribute}`, or a dynamic
 * reference). Whatever is put in is safe in a URL: host names, ports, and passwords of letters and digits.
 */
export type Part = string | Token;
export interface Token {
  readonly token: string;
  /** It must not stand in clear anywhere. */
  readonly secret?: true;
}

/** Turns parts into a value. `literal` rewrites what stands in the manifest, such as for JSON. */
export function render(parts: readonly Part[], literal: (text: string) => string = (text) => text): Value {
  const pieces = join(parts.map((part) => (typeof part === "string" ? literal(part) : part)));
  const [only] = pieces;
  if (only === undefined) return "";
  if (pieces.some((piece) => typeof piece === "string" && /\$(\{|$)/.test(piece))) {
    return {
      "Fn::Join": ["", pieces.flatMap((piece) => (typeof piece === "string" ? apart(piece) : [tokenValue(piece)]))],
    };
  }
  if (pieces.length > 1) return sub(pieces.map((piece) => (typeof piece === "string" ? piece : piece.token)).join(""));
  return typeof only === "string" ? only : tokenValue(only);
}

/** Text of a manifest as a value. */
export const text = (literal: string): Value => render([literal]);

function tokenValue({ token }: Token): Value {
  const [, id, name] = /^\$\{([A-Za-z0-9]+)(?:\.([A-Za-z0-9.]+))?\}$/.exec(token) ?? [];
  if (id === undefined) return sub(token);
  return name === undefined ? ref(id) : attribute(id, name);
}

/** Separates `$` from `{`, so that nobody takes a shell's `${NAME}` for one of CloudFormation's. */
function apart(literal: string): string[] {
  return literal.split(/(?<=\$)(?=\{)/);
}

/** Joins neighbouring text and leaves out what is empty. */
export function join(parts: readonly Part[]): Part[] {
  const joined: Part[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (part === "") continue;
    if (typeof part === "string" && typeof last === "string") joined[joined.length - 1] = last + part;
    else joined.push(part);
  }
  return joined;
}
