import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { platformsFile, platformsPage } from "../../scripts/platformsPage";

it("says on the page of platforms what each export does (npx tsx scripts/platformsPage.ts writes it)", () => {
  const page = platformsPage();
  expect(page).toContain("## Docker Compose\n");
  expect(readFileSync(platformsFile, "utf8").replaceAll("\r\n", "\n")).toBe(page);
});
