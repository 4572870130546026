import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { componentTypes } from "../../extension/manifest/schema";
import { awsPageFile, fillTables } from "../../scripts/awsPage";

const page = readFileSync(awsPageFile, "utf8").replaceAll("\r\n", "\n");

describe("the page about AWS", () => {
  it("has the tables that the code gives; npx tsx scripts/awsPage.ts renews them", () => {
    expect(page).toBe(fillTables(page));
  });

  it.each([...componentTypes.keys()])("has a section about %s", (type) => {
    expect(page).toMatch(new RegExp(`^### .+ \\(\`${type}\`\\)$`, "m"));
  });

  it("shows pictures that are there, and says what is on them", () => {
    const pictures = [...page.matchAll(/!\[(.*?)\]\((.+?)\)/g)];
    expect(pictures.length).toBeGreaterThan(0);
    for (const [, words = "", file = ""] of pictures) {
      expect(words).not.toBe("");
      expect(existsSync(join(dirname(awsPageFile), file)), file).toBe(true);
    }
  });

  it("cannot lack a table, or have one that nothing makes", () => {
    expect(() => fillTables("<!-- table: defaults web --><!-- end -->")).toThrow("lacks");
    expect(() => fillTables("<!-- table: nothing --><!-- end -->")).toThrow('no table "nothing"');
  });
});
