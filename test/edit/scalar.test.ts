import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { writeLiteral, writeScalar } from "../../extension/manifest/edit/scalar";

const anyText = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.string({ unit: fc.constantFrom(..." \t\n\r:#-?,[]{}&*!|>'\"%@`\\0aé.~") }),
  fc.constantFrom(
    "on",
    "No",
    "NULL",
    "0x1F",
    "1_000",
    "12:30:45",
    "1e5",
    ".inf",
    "-.INF",
    "2026-01-02",
    "---",
    "...",
    "<<",
    "=",
  ),
);

describe("writeScalar", () => {
  it.each([
    ["behind a key", (text: string) => `a: ${text}`, false],
    ["in brackets", (text: string) => `a: [${text}, b]`, true],
    ["in braces", (text: string) => `a: { k: ${text} }`, true],
  ])("gives back every text %s, whatever style is preferred, also to readers of YAML 1.1", (_, place, flow) => {
    fc.assert(
      fc.property(anyText, fc.constantFrom(undefined, "plain", "single", "double", "literal"), (text, prefer) => {
        const source = place(writeScalar(text, { flow, prefer } as const));
        for (const version of ["1.2", "1.1"] as const) {
          const { a } = parse(source, { version }) as { a: unknown };
          expect(Array.isArray(a) ? a[0] : flow ? (a as { k: unknown }).k : a).toBe(text);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("gives back every text as a key", () => {
    fc.assert(
      fc.property(anyText, fc.boolean(), (text, flow) => {
        const key = writeScalar(text, { flow });
        expect(Object.keys(parse(flow ? `{ ${key}: 1 }` : `${key}: 1`) as object)).toEqual([text]);
      }),
    );
  });

  it("gives back every number", () => {
    fc.assert(
      fc.property(fc.double(), (number) => {
        expect(Object.is(parse(writeScalar(number, { flow: false })), number)).toBe(true);
      }),
    );
  });

  it.each([
    ["shop:1.4", "shop:1.4"],
    ["http://x/y?a=b#c", "http://x/y?a=b#c"],
    ["-flag", "-flag"],
    ["it's", "it's"],
    ["16", '"16"'],
    ["no", '"no"'],
    ["${{ db.url }}", '"${{ db.url }}"'],
    ["a\nb", '"a\\nb"'],
  ])("writes %j as %s", (text, source) => {
    expect(writeScalar(text, { flow: false })).toBe(source);
  });

  it("keeps single quotes where they can hold the text, and only there", () => {
    expect(writeScalar("it's", { flow: false, prefer: "single" })).toBe("'it''s'");
    expect(writeScalar("a\nb", { flow: false, prefer: "single" })).toBe('"a\\nb"');
  });
});

describe("writeLiteral", () => {
  it("gives back every text it takes", () => {
    const lines = fc.array(fc.oneof(fc.string(), fc.constantFrom("", "  indented", "# no comment", "a: b", "- x")));
    fc.assert(
      fc.property(lines, fc.boolean(), (parts, final) => {
        const text = parts.join("\n") + (final ? "\n" : "");
        const written = writeLiteral(text);
        if (written === undefined) return;
        const [head, ...body] = written;
        const source = [`a: ${head}`, ...body.map((line) => (line === "" ? "" : `  ${line}`)), "b: 1", ""].join("\n");
        expect(parse(source)).toEqual({ a: text, b: 1 });
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ["one line"],
    ["one line\n"],
    ["  first is indented\nb"],
    ["trailing \nb"],
    ["a\nb\n\n"],
    ["\na"],
    ["a\n\u0007"],
  ])("leaves %j to quotes", (text) => {
    expect(writeLiteral(text)).toBeUndefined();
  });
});
