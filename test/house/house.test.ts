import { describe, expect, test } from "vitest";
import { importsOf, wrongImports } from "../../scripts/house/imports";
import { impureUses } from "../../scripts/house/purity";
import { sizesOf } from "../../scripts/house/sizes";
import { type Source, sourcesIn } from "../../scripts/house/sources";

const file = (path: string, text: string): Source => ({ path, text, lines: text.split("\n").length });

describe("the product's sources", () => {
  const product = [...sourcesIn("extension"), ...sourcesIn("webview")];

  test("import in the one direction only", () => {
    expect(product.length).toBeGreaterThan(50);
    expect(wrongImports(product)).toEqual([]);
  });

  test("ask no clock, chance or environment where they promise to be pure", () => {
    expect(impureUses(product)).toEqual([]);
  });

  test("stay small: none over 500 lines, nine in ten under 250", () => {
    const { largest, p90 } = sizesOf(product);
    expect(largest?.lines, largest?.path).toBeLessThanOrEqual(500);
    expect(p90).toBeLessThan(250);
  });
});

describe("imports against the direction", () => {
  test.each([
    ["extension/manifest/parse.ts", 'import { edit } from "../language/complete";'],
    ["extension/manifest/parse.ts", 'import { readFile } from "node:fs";'],
    ["extension/language/complete.ts", 'import * as vscode from "vscode";'],
    ["extension/sandbox/serve.ts", 'export { connect } from "../deploy/connect";'],
    ["extension/protocol/messages.ts", 'import { connect } from "../deploy/connect";'],
    ["extension/vscode/open.ts", 'const cli = await import("../cli/main");'],
    ["webview/main.tsx", 'import "../extension/vscode/open";'],
    ["extension/elsewhere/new.ts", ""],
  ])("are found in %s: %s", (path, text) => {
    expect(wrongImports([file(path, text)])).toHaveLength(1);
  });

  test.each([
    ["extension/protocol/messages.ts", 'import type { Plan } from "../deploy/types";'],
    ["extension/protocol/messages.ts", 'import { type Plan, type Output } from "../deploy/types";'],
    ["extension/manifest/edit/edit.ts", 'import { openManifest } from "../manifest";'],
    ["extension/main.ts", 'import { CanvasEditor } from "./vscode/canvas/editor";'],
    ["extension/deploy/bundle.ts", 'export { startSandbox } from "../sandbox/sandbox";'],
    ["extension/manifest/parse.ts", '// import "vscode";'],
  ])("are not seen in %s: %s", (path, text) => {
    expect(wrongImports([file(path, text)])).toEqual([]);
  });

  test("are read from every form of import", () => {
    const text = [
      'import a from "./a";',
      'import type { B } from "./b";',
      'import {\n  type C,\n  d,\n} from "./c";',
      'import "./e.css";',
      'export * from "./f";',
      'const g = () => import("./g");',
      'type H = typeof import("./h");',
    ].join("\n");
    const found = [...importsOf(text)].sort((a, b) => a.specifier.localeCompare(b.specifier));
    expect(found.map(({ specifier, typeOnly }) => `${specifier}${typeOnly ? " (types)" : ""}`)).toEqual([
      "./a",
      "./b (types)",
      "./c",
      "./e.css",
      "./f",
      "./g",
      "./h (types)",
    ]);
  });
});

describe("impurity", () => {
  test.each(["const now = Date.now();", "return Math.random();", "if (process.env.X) {}"])("is seen in %s", (line) => {
    expect(impureUses([file("extension/manifest/parse.ts", line)])).toHaveLength(1);
    expect(impureUses([file("extension/deploy/watch.ts", line)])).toEqual([]);
  });

  test.each(["// as Date.now() does", 'const text = "Math.random";', "const update = 1;"])(
    "is not seen in %s",
    (line) => {
      expect(impureUses([file("extension/manifest/parse.ts", line)])).toEqual([]);
    },
  );
});

describe("sizes", () => {
  test("give the median, the ninetieth percentile and the largest", () => {
    const files = [1, 2, 3, 4, 5, 6, 7, 8, 9, 100].map((lines) => ({ path: `${lines}.ts`, text: "", lines }));
    expect(sizesOf(files)).toMatchObject({ files: 10, lines: 145, median: 5, p90: 9, largest: { path: "100.ts" } });
  });

  test("count `any` as a type, not as a word", () => {
    const text = "// any word\nlet a: any;\nconst b = c as any;\nlet many: string;";
    expect(sizesOf([file("a.ts", text)]).any).toBe(500);
  });
});
