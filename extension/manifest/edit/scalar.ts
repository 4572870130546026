import type { ScalarStyle } from "../syntax/node";

export interface ScalarPlace {
  /** Inside `{}` or `[]`, where more characters have a meaning. */
  readonly flow: boolean;
  /** How the scalar that it takes the place of is written, or its neighbours are. */
  readonly prefer?: ScalarStyle | undefined;
}

/** One line of YAML for a scalar: plain where that is certain to be read back, else in quotes. */
export function writeScalar(value: string | number | boolean | null, { flow, prefer }: ScalarPlace): string {
  if (value === null) return "null";
  if (typeof value === "number") return writeNumber(value);
  if (typeof value === "boolean") return String(value);
  if (prefer === "double") return doubleQuoted(value);
  if (prefer === "single" && printable.test(value)) return `'${value.replaceAll("'", "''")}'`;
  return isPlain(value, flow) ? value : doubleQuoted(value);
}

/** The lines of a literal block, header first and without indentation; undefined for what a block cannot hold exactly. */
export function writeLiteral(value: string): readonly string[] | undefined {
  const body = value.endsWith("\n") ? value.slice(0, -1) : value;
  const lines = body.split("\n");
  const plain = lines.length > 1 && lines.every((line) => printable.test(line) && !/[ \t]$/.test(line));
  if (!plain || /^(?:[ \t]|$)/.test(lines[0] ?? "") || lines.at(-1) === "") return undefined;
  return [value.endsWith("\n") ? "|" : "|-", ...lines];
}

function writeNumber(value: number): string {
  if (Number.isFinite(value)) return Object.is(value, -0) ? "-0.0" : String(value);
  return Number.isNaN(value) ? ".nan" : value > 0 ? ".inf" : "-.inf";
}

function doubleQuoted(value: string): string {
  return JSON.stringify(value).replace(/[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g, escaped);
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

/** Nothing that a line of YAML cannot hold as it is. */
const printable = /^[\t\u0020-\u007e\u00a0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]*$/u;

/** What YAML 1.2 reads as something other than a string, and what readers of 1.1 do: `on`, `no`, `1_000`, `12:30`, dates. */
const notString =
  /^(?:~|null|true|false|yes|no|on|off|y|n|<<|=|[-+]?\.(?:inf|nan)|[-+]?0[xob][0-9a-f_]+|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])*(?:\.[0-9_]*)?(?:e[-+]?[0-9]+)?|[-+]?\.[0-9_]*(?:e[-+]?[0-9]+)?|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}.*)$/i;

function isPlain(value: string, flow: boolean): boolean {
  if (value === "" || value !== value.trim() || !printable.test(value) || value.includes("\t")) return false;
  if (notString.test(value) || /^(?:---|\.\.\.)/.test(value)) return false;
  if (/^[,[\]{}#&*!|>'"%@`]/.test(value) || /^[-?:](?:[\s,[\]{}]|$)/.test(value)) return false;
  // References are written in quotes, as everywhere in the documentation.
  if (/:(?:\s|$)|\s#|\$\{\{/.test(value)) return false;
  return !flow || !/[,[\]{}]|^[-?:]/.test(value);
}
