import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A moment of typing, and what must be offered in it. README.md, beside this file, says how one is written. */
export interface State {
  /** `folder/name`. */
  readonly name: string;
  readonly title: string;
  readonly text: string;
  readonly cursor: number;
  /** Labels; with `::`, what must be said beside them. */
  readonly offers: readonly Expected[];
  readonly not: readonly string[];
  readonly first: string | undefined;
  readonly nothing: boolean;
  /** The text, with the cursor's mark, once the item is accepted. */
  readonly accepts: readonly { readonly label: string; readonly text: string }[];
}

export interface Expected {
  readonly label: string;
  readonly says?: string | undefined;
}

const folder = import.meta.dirname;

export function readBoard(): readonly State[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".state"))
    .map((file) => file.replaceAll("\\", "/"))
    .sort()
    .map((file) => readState(file.slice(0, -".state".length), readFileSync(join(folder, file), "utf8")));
}

export function readState(name: string, source: string): State {
  const [title = "", ...parts] = source.split(/^=== /m);
  const sections = parts.map((part) => {
    const end = part.indexOf("\n");
    return { heading: part.slice(0, end), body: part.slice(end + 1) };
  });
  const [text, ...others] = sections;
  const [kind, ...flags] = text?.heading.split(" ") ?? [];
  if (text === undefined || kind !== "text") throw new Error(`${name} does not begin with its text.`);
  const lines = (heading: string): readonly string[] =>
    others.filter((section) => section.heading === heading).flatMap(({ body }) => body.split("\n").filter(Boolean));
  const marked = written(text.body, flags);
  const cursor = marked.lastIndexOf("|");
  if (cursor < 0) throw new Error(`${name} has no cursor.`);
  for (const { heading } of others) {
    if (!/^(offers|not|first|nothing|accept .+)$/.test(heading)) throw new Error(`${name}: what is "${heading}"?`);
  }
  return {
    name,
    title: title.trim(),
    text: marked.slice(0, cursor) + marked.slice(cursor + 1),
    cursor,
    offers: lines("offers").map((line) => {
      const [label = "", says] = line.split(" :: ");
      return { label, says };
    }),
    not: lines("not"),
    first: lines("first")[0],
    nothing: others.some(({ heading }) => heading === "nothing"),
    accepts: others
      .filter(({ heading }) => heading.startsWith("accept "))
      .map(({ heading, body }) => ({ label: heading.slice("accept ".length), text: written(body, flags) })),
  };
}

function written(body: string, flags: readonly string[]): string {
  const tabs = body.replaceAll("→", "\t");
  const whole = flags.includes("open") ? tabs.replace(/\n$/, "") : tabs;
  const lines = flags.includes("crlf") ? whole.replaceAll("\n", "\r\n") : whole;
  return flags.includes("bom") ? `\ufeff${lines}` : lines;
}
