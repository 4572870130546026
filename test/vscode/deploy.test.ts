import { expect, test } from "vitest";
import { shop } from "./driver/fixtures";
import { until } from "./driver/until";
import type { Document, Workbench } from "./driver/workbench";
import { inEachVscode } from "./harness/windows";

const manifest = shop.replace(
  "components:",
  "environments:\n  staging: {}\n  production: { components: { db: { onDelete: delete, deletionProtection: false } } }\n\ncomponents:",
);

let document: Document | undefined;

async function openShop(window: Workbench): Promise<Document> {
  if (!document || !(await window.tab(document.name).isVisible())) {
    await window.closeAll();
    document = await window.openNew("shop.stackwright.yaml", manifest);
  }
  // A question that opens while the canvas has the focus can lose it again when the palette closes.
  await document.focus();
  return document;
}

/** Plans through the command palette, as far as the question whether to deploy. */
async function plan(window: Workbench, environment: string): Promise<string> {
  await window.run("Stackwright: Plan & Deploy…");
  await window.choose(environment);
  await until("the target or the plan", async () => {
    if (await window.dialog.isVisible()) return true;
    await window.chooseIfOffered("Sandbox");
    return false;
  });
  return ((await window.dialog.textContent()) ?? "").replace(/\s+/g, " ");
}

inEachVscode("a deployment to the Sandbox", {}, (window) => {
  test("goes from the command palette to an address that can be copied", async () => {
    await openShop(window());
    const question = await plan(window(), "production");
    expect(question).toContain("shop-production");
    expect(question).toContain("Sandbox");
    expect(question).toMatch(/\d+ to add/);
    await window().confirm(/^Deploy/);
    const canvas = await window().canvas();
    await canvas.deployment.getByText("Deployed", { exact: true }).waitFor();
    await canvas.deployment
      .getByRole("button", { name: /^Copy / })
      .first()
      .click();
    // The clipboard is one for all windows, and other stories copy as well.
    await until("the address in the clipboard", async () => {
      const text = await window().page.evaluate(() =>
        (
          globalThis as unknown as { navigator: { clipboard: { readText(): Promise<string> } } }
        ).navigator.clipboard.readText(),
      );
      return /shop\.example\.com|amazonaws\.com/.test(text);
    });
  });

  test("says that there is nothing to do when nothing has changed", async () => {
    await openShop(window());
    await window().run("Stackwright: Plan & Deploy…");
    await window().choose("production");
    const canvas = await window().canvas();
    await canvas.deployment.getByText("Nothing to deploy", { exact: true }).waitFor();
  });

  test("plans only what a change of the text changes", async () => {
    const text = await openShop(window());
    await text.typeAtEndOf(18, "\ncpu: 0.5");
    const question = await plan(window(), "production");
    expect(question).not.toMatch(/to add|to remove/);
    const canvas = await window().canvas();
    await window().confirm("Review on Canvas");
    await canvas.deployment.getByText("Plan", { exact: true }).waitFor();
    expect(await canvas.deployment.locator(".change-group h3").allTextContents()).toEqual([
      expect.stringMatching(/^web\b/),
    ]);
    await canvas.deployment.getByRole("button", { name: "Deploy", exact: true }).click();
    await canvas.deployment.getByText("Deployed", { exact: true }).waitFor();
  });

  test("is destroyed once the name of the environment was typed", async () => {
    await openShop(window());
    await window().run("Stackwright: Destroy…");
    await window().choose("production");
    await window().confirm("Destroy…");
    await window().answer("production");
    const canvas = await window().canvas();
    await canvas.deployment.getByText("Destroyed", { exact: true }).waitFor();
  });
});

inEachVscode("Restricted Mode", { restricted: true }, (window) => {
  test("lets the text and the canvas be edited", async () => {
    const text = await window().openNew("restricted.stackwright.yaml", shop);
    const canvas = await window().openCanvas();
    await canvas.select("web");
    await canvas.fill("Port", "8080");
    expect(await text.saved((now) => now !== shop)).toBe(shop.replace("port: 80", "port: 8080"));
  });

  test("does not deploy, and says why", async () => {
    const canvas = await window().canvas();
    expect(await window().offers("Stackwright: Plan & Deploy…")).toBe(false);
    const button = canvas.toolbar.getByRole("button", { name: /Plan & Deploy/ });
    expect(await button.isDisabled()).toBe(true);
    expect(await button.getAttribute("aria-label")).toMatch(/trust/i);
  });
});
