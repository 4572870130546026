import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { calls } from "../../scripts/differential/calls";
import { explanationsIn, unexplained } from "../../scripts/differential/explanations";

const table = (...rows: readonly string[]) =>
  [
    "# Any",
    "",
    "## Where it differs from moto",
    "",
    "| Call | Sandbox | moto | Why |",
    "|---|---|---|---|",
    ...rows,
  ].join("\n");

test("a difference that is explained is no problem", () => {
  expect(unexplained([{ name: "GetTemplate" }], table("| GetTemplate | a | b | Because. |"))).toEqual([]);
});

test("a difference that is not in the table, or has an empty reason, is a problem", () => {
  expect(unexplained([{ name: "GetTemplate" }], table())).toEqual(["GetTemplate: the difference is not explained."]);
  const empty = table("| GetTemplate | a | b | |");
  expect(unexplained([{ name: "GetTemplate" }], empty)).toEqual(["GetTemplate: the difference is not explained."]);
});

test("an explanation of what is the same by now is a problem", () => {
  expect(unexplained([], table("| GetTemplate | a | b | Because. |"))).toEqual([
    "GetTemplate: explained, but no difference.",
  ]);
});

test("tables of other sections are left alone", () => {
  const document = `| Order | What | |\n|---|---|---|\n| begin | x | y |\n${table()}\n## Next\n| a | b | c | d |\n`;
  expect(explanationsIn(document)).toEqual(new Map());
});

test("the document explains calls that are made, and no others", () => {
  const document = readFileSync(join(import.meta.dirname, "..", "..", "docs", "sandbox.md"), "utf8");
  const names = calls.map(({ name }) => name);
  expect([...explanationsIn(document).keys()].filter((name) => !names.includes(name))).toEqual([]);
  expect(new Set(names).size).toBe(names.length);
});
