import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { problemCodes } from "../../extension/manifest/problem";

const folder = fileURLToPath(new URL("../../docs/problems", import.meta.url));
const source = fileURLToPath(new URL("../../extension/manifest", import.meta.url));
const read = (name: string): string => readFileSync(join(folder, name), "utf8").replaceAll("\r\n", "\n");

describe("the pages of problems", () => {
  it("are those of the table, and no others", () => {
    const pages = readdirSync(folder).filter((name) => name !== "README.md");
    expect(pages.sort()).toEqual(
      Object.keys(problemCodes)
        .map((code) => `${code}.md`)
        .sort(),
    );
  });

  it.each(Object.entries(problemCodes))(
    "say of %s that it is of the severity %s, and how to mend it",
    (code, severity) => {
      const page = read(`${code}.md`);
      expect(page.startsWith(`# \`${code}\`\n`)).toBe(true);
      expect(page).toContain(`This is ${severity === "error" ? "an" : "a"} ${severity}.`);
      for (const heading of ["Why it matters", "Wrong", "Right", "Silencing it"])
        expect(page).toContain(`\n## ${heading}\n`);
      expect(page.includes(`stackwright-ignore: ${code}`)).toBe(severity !== "error");
      expect(read("README.md")).toContain(`| [\`${code}\`](${code}.md) | ${severity} |`);
    },
  );

  it("are of problems that are found somewhere", () => {
    const files = readdirSync(source, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));
    const text = files.filter((name) => name !== "problem.ts").map((name) => readFileSync(join(source, name), "utf8"));
    const all = text.join("\n");
    expect(Object.keys(problemCodes).filter((code) => !all.includes(`"${code}"`))).toEqual([]);
  });
});
