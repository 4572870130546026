import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { catalogue } from "../../extension/deploy/explain/catalogue";
import { deployErrorsFile, deployErrorsPage } from "../../scripts/deployErrorsPage";

const page = readFileSync(deployErrorsFile, "utf8").replaceAll("\r\n", "\n");

describe("the page of deployment failures", () => {
  it("is the one that the table gives; npx tsx scripts/deployErrorsPage.ts renews it", () => {
    expect(page).toBe(deployErrorsPage());
  });

  it("has every known failure under its own heading", () => {
    for (const { id } of catalogue) expect(page.split(`\n### ${id}\n`)).toHaveLength(2);
  });
});
