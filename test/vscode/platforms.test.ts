import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Frame } from "playwright-core";
import { expect, test } from "vitest";
import { shop } from "./driver/fixtures";
import { until } from "./driver/until";
import { inEachVscode } from "./harness/windows";

inEachVscode("other platforms", {}, (window) => {
  const file = (name: string) => join(window().folder, name);

  const frameWith = (heading: string): Promise<Frame> =>
    until(`the page ${heading}`, async () => {
      for (const frame of window().page.frames()) {
        const found = await frame
          .getByRole("heading", { name: heading })
          .isVisible()
          .catch(() => false);
        if (found) return frame;
      }
      return undefined;
    });

  test("are compared in one table, which follows the text", async () => {
    const document = await window().openNew("compared.stackwright.yaml", shop);
    await window().run("Stackwright: Compare Platforms");
    const frame = await frameWith("shop in default, on each platform");
    const platforms = await frame.locator("tbody tr").allTextContents();
    for (const name of ["AWS", "Docker Compose", "Heroku", "Render", "Convox"]) {
      expect(
        platforms.some((row) => row.includes(name)),
        name,
      ).toBe(true);
    }
    expect(await frame.getByText(/list prices of \d{4}-\d\d-\d\d/).count()).toBe(1);

    await window().tab("compared.stackwright.yaml").click();
    await document.typeAtEndOf(1, "x");
    await window().tab("shop-default on Each Platform.md").click();
    await frameWith("shopx in default, on each platform");
  });

  test("get their files in a folder of their own, with a page of what is not in them", async () => {
    await window().closeAll();
    await window().openNew("exported.stackwright.yaml", shop);
    await window().run("Stackwright: Export Application…");
    await window().choose(/^Docker Compose/);
    await until("the dialog for a folder", async () => {
      const write = window().page.getByRole("button", { name: "Write Here" });
      await write.click({ timeout: 5_000 });
      return true;
    });
    await until("the files", async () => existsSync(file("shop-default-compose/.env")) || undefined);
    expect(await readFile(file("shop-default-compose/compose.yaml"), "utf8")).toContain("services:");
    expect(await readFile(file("shop-default-compose/.gitignore"), "utf8")).toBe(".env\n");
    await frameWith("shop (default) for Docker Compose");
  });
});
