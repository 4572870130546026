import { expect, test } from "vitest";
import { shop } from "./driver/fixtures";
import { until } from "./driver/until";
import { inEachVscode } from "./harness/windows";

inEachVscode("the code of a problem", {}, (window) => {
  test("leads from the hover to the problem's page, to be read as a page", async () => {
    const { page } = window();
    const document = await window().openNew("wrong.stackwright.yaml", shop.replace("[db]", "[nothing]"));
    await document.typeAtEndOf(15, "");
    await window().keyboard.press("ArrowLeft", "ArrowLeft");
    const link = page.locator(".monaco-hover:visible a", { hasText: "unknown-component" }).first();
    const preview = page.locator('.tab[aria-label*="unknown-component.md"]');
    // The hover is drawn anew when slower parts of it arrive, and a click in that moment is lost.
    await until("the problem's page", async () => {
      await window().keyboard.press("Mod+k", "Mod+i");
      await link.click({ timeout: 2_000 });
      await preview.waitFor({ timeout: 3_000 });
      return true;
    });
    const shown = page.frameLocator("iframe.webview.ready").frameLocator("iframe#active-frame");
    await shown.getByRole("heading", { name: "Why it matters" }).waitFor();
    expect(await window().tab("wrong.stackwright.yaml").isVisible()).toBe(true);
  });
});
