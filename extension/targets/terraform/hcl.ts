/** An expression as HCL has it, such as `aws_vpc.main.id`; never text from a manifest. */
export interface Code {
  readonly code: string;
}

/** Text with expressions in the middle of it. */
export interface Text {
  readonly parts: readonly (string | Code)[];
}

export interface ObjectOf {
  readonly object: Fields;
}

/** A function with its arguments, such as `jsonencode({ ... })`. */
export interface Call {
  readonly call: string;
  readonly with: readonly Expression[];
}

export type Expression = string | number | boolean | Code | Text | ObjectOf | Call | readonly Expression[];
/** What is undefined is left out. */
export type Fields = Readonly<Record<string, Expression | undefined>>;

/** A block within another one, once for each body. */
export interface Nested {
  readonly blocks: readonly Body[];
}
export type Body = Readonly<Record<string, Expression | Nested | undefined>>;

/** What stands in a file by itself: `resource "aws_vpc" "main" { ... }`. */
export interface Block {
  readonly comment?: string;
  readonly type: string;
  readonly labels: readonly string[];
  readonly body: Body;
}

export const code = (text: string): Code => ({ code: text });
export const object = (fields: Fields): ObjectOf => ({ object: fields });
export const block = (body: Body): Nested => ({ blocks: [body] });
export const blocks = (bodies: readonly Body[]): Nested => ({ blocks: bodies });
export const call = (name: string, ...args: readonly Expression[]): Call => ({ call: name, with: args });
export const json = (value: Expression): Call => call("jsonencode", value);
/** Text with expressions in it; one that is alone stands for itself. */
export function text(parts: readonly (string | Code)[]): Expression {
  const [only] = parts;
  return parts.length === 1 && only !== undefined ? only : { parts };
}

export const resource = (type: string, name: string, body: Body, comment?: string): Block =>
  comment === undefined
    ? { type: "resource", labels: [type, name], body }
    : { type: "resource", labels: [type, name], body, comment };

/** A file as `terraform fmt` would have it. */
export function hclFile(all: readonly Block[]): string {
  return all
    .map(({ comment, type, labels, body }) => {
      const head =
        comment === undefined
          ? ""
          : comment
              .split("\n")
              .map((line) => `# ${line}\n`)
              .join("");
      const title = [type, ...labels.map((label) => quoted(label))].join(" ");
      const lines = bodyLines(body, "  ");
      return `${head}${title} {${lines.length > 0 ? `\n${lines.join("\n")}\n` : ""}}\n`;
    })
    .join("\n");
}

function bodyLines(body: Body, indent: string): string[] {
  const entries = Object.entries(body).filter(([, value]) => value !== undefined);
  const fields = entries.flatMap(([name, value]) =>
    isNested(value) || value === undefined ? [] : [[name, value] as const],
  );
  const nested = entries.flatMap(([name, value]) =>
    isNested(value) ? value.blocks.map((each) => [name, each] as const) : [],
  );
  const lines = fieldLines(fields, indent);
  for (const [name, each] of nested) {
    if (lines.length > 0) lines.push("");
    const inner = bodyLines(each, `${indent}  `);
    if (inner.length === 0) lines.push(`${indent}${name} {}`);
    else lines.push(`${indent}${name} {`, ...inner, `${indent}}`);
  }
  return lines;
}

/** `=` stand under each other, in lines that follow each other and end where they begin. */
function fieldLines(fields: readonly (readonly [string, Expression])[], indent: string): string[] {
  const written = fields.map(([name, value]) => ({ name, text: expression(value, indent) }));
  const single = (index: number) => written[index]?.text.includes("\n") === false;
  return written.map(({ name, text: value }, index) => {
    if (!single(index)) return `${indent}${name} = ${value}`;
    let [first, last] = [index, index];
    while (single(first - 1)) first--;
    while (single(last + 1)) last++;
    const width = Math.max(...written.slice(first, last + 1).map((each) => each.name.length));
    return `${indent}${name.padEnd(width)} = ${value}`;
  });
}

/** A list of plain values stands in one line as long as that is not longer. */
const longestLine = 100;

function expression(value: Expression, indent: string): string {
  if (typeof value === "string") return quoted(value);
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (isList(value)) return list(value, indent);
  if ("code" in value) return value.code;
  if ("parts" in value) return template(value.parts);
  if ("call" in value) return `${value.call}(${value.with.map((each) => expression(each, indent)).join(", ")})`;
  const fields = Object.entries(value.object).flatMap(([name, each]) =>
    each === undefined ? [] : [[key(name), each] as const],
  );
  if (fields.length === 0) return "{}";
  return `{\n${fieldLines(fields, `${indent}  `).join("\n")}\n${indent}}`;
}

function list(values: readonly Expression[], indent: string): string {
  const inLine = values.map((value) => expression(value, indent));
  const line = `[${inLine.join(", ")}]`;
  if (!line.includes("\n") && line.length <= longestLine) return line;
  const inner = `${indent}  `;
  return `[\n${values.map((value) => `${inner}${expression(value, inner)},\n`).join("")}${indent}]`;
}

/** `for` begins something else inside an object. */
const key = (name: string): string => (/^[A-Za-z_][\w-]*$/.test(name) && name !== "for" ? name : quoted(name));

const quoted = (literal: string): string => template([literal]);

function template(parts: readonly (string | Code)[]): string {
  const pieces = parts.map((part, index) => {
    if (typeof part !== "string") return `\${${part.code}}`;
    const next = parts.slice(index + 1).find((each) => each !== "");
    return escaped(part, typeof next === "object");
  });
  return `"${pieces.join("")}"`;
}

/**
 * Text within quotes. `$${` stands for `${`, so a `$` that would come to stand before either is written as an expression.
 * @param open an expression follows
 */
function escaped(literal: string, open: boolean): string {
  const end = open ? /[$%]+(?=[$%]\{)|[$%]+$/g : /[$%]+(?=[$%]\{)/g;
  return literal
    .replaceAll(/[\\"]/g, "\\$&")
    .replaceAll(end, (signs) => `\${"${signs}"}`)
    .replaceAll(/([$%])\{(?!")/g, "$1$1{")
    .replaceAll("\n", "\\n")
    .replaceAll("\r", "\\r")
    .replaceAll("\t", "\\t")
    .replaceAll(/[\p{Cc}\u2028\u2029\ufeff]/gu, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

const isNested = (value: Expression | Nested | undefined): value is Nested =>
  typeof value === "object" && "blocks" in value;

const isList = (value: Expression): value is readonly Expression[] => Array.isArray(value);
