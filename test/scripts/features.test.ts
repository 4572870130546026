import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { featuresPage, scenarios } from "../../scripts/features/page";
import { root } from "../../scripts/setup/paths";
import { complaints, features } from "../vscode/features/features";

const numbersOf = (titles: object): readonly number[] => Object.keys(titles).map(Number);

describe("the canvas's features", () => {
  test("are sixty, and the complaints fifteen, numbered without a gap", () => {
    const all = Object.values(features).flatMap(numbersOf);
    expect(all).toEqual(Array.from({ length: 60 }, (_, index) => index + 1));
    expect(numbersOf(complaints)).toEqual(Array.from({ length: 15 }, (_, index) => index + 1));
  });

  test("have exactly one scenario each, so that each is found where it is looked for", () => {
    const told = scenarios();
    const wanted = [
      ...Object.values(features)
        .flatMap(numbersOf)
        .map((number) => `feature ${number}`),
      ...numbersOf(complaints).map((number) => `complaint ${number}`),
    ];
    expect(wanted.filter((key) => told.get(key)?.length !== 1)).toEqual([]);
  });

  test("stand in the document as the scenarios tell them; `npm run features` writes it", () => {
    expect(readFileSync(join(root, "docs", "canvas-features.md"), "utf8")).toBe(featuresPage());
  });
});
