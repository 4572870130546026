import { writeLiteral, writeScalar } from "../../manifest/edit/scalar";

type Scalar = string | number | boolean;

/** Lines of YAML that are put together, with comments where a person will look for them. */
export class Block {
  readonly #lines: string[] = [];

  constructor(readonly indent = "") {}

  comment(text: string): this {
    for (const line of text.split("\n")) this.#lines.push(`${this.indent}# ${oneLine(line)}`);
    return this;
  }

  blank(): this {
    this.#lines.push("");
    return this;
  }

  /** `key: value`, or nothing when there is no value. */
  field(key: string, value: Scalar | undefined, comment?: string): this {
    if (value === undefined) return this;
    const lines = typeof value === "string" ? writeLiteral(value) : undefined;
    const [first, ...more] = lines ?? [writeScalar(value, { flow: false })];
    this.#lines.push(`${this.indent}${key}: ${first}${lines === undefined && comment ? ` # ${oneLine(comment)}` : ""}`);
    for (const line of more) this.#lines.push(line === "" ? "" : `${this.indent}  ${line}`);
    return this;
  }

  /** `key: [a, b]`. */
  list(key: string, items: readonly Scalar[]): this {
    if (items.length > 0) this.#lines.push(`${this.indent}${key}: [${items.map(flow).join(", ")}]`);
    return this;
  }

  /** `key: { a: 1 }`, or nothing when nothing is in it. */
  inline(key: string, entries: readonly (readonly [key: string, value: Scalar | undefined])[]): this {
    const text = inlineMap(entries);
    if (text !== "{}") this.#lines.push(`${this.indent}${key}: ${text}`);
    return this;
  }

  /** A line as it stands. */
  line(text: string): this {
    this.#lines.push(`${this.indent}${text}`);
    return this;
  }

  /** A map below a key, or nothing when nothing is written into it. */
  map(key: string, write: (block: Block) => void): this {
    const block = new Block(`${this.indent}  `);
    write(block);
    const lines = block.#lines;
    if (lines.length > 0) this.#lines.push(`${this.indent}${key}:`, ...lines);
    return this;
  }

  toString(): string {
    return `${this.#lines.join("\n")}\n`;
  }
}

export function inlineMap(entries: readonly (readonly [key: string, value: Scalar | undefined])[]): string {
  const written = entries.flatMap(([key, value]) => (value === undefined ? [] : [`${key}: ${flow(value)}`]));
  return written.length === 0 ? "{}" : `{ ${written.join(", ")} }`;
}

export const flow = (value: Scalar): string => writeScalar(value, { flow: true });

/** No comment ends before its end: what is imported may contain any character. */
const oneLine = (text: string): string => text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, " ").trim();
