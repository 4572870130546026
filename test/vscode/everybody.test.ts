import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { expect, test } from "vitest";
import { out } from "../../scripts/setup/paths";
import type { Canvas } from "./driver/canvas";
import { review } from "./driver/deployment";
import { shop } from "./driver/fixtures";
import { until } from "./driver/until";
import type { Document, Workbench } from "./driver/workbench";
import { openBoth } from "./features/scenario";
import { inEachVscode } from "./harness/windows";

const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

/** What axe finds in the canvas's own page, with VS Code's real styles around it. */
async function findingsIn({ frame }: Canvas): Promise<readonly string[]> {
  await frame.evaluate(await readFile(axe, "utf8"));
  return frame.evaluate(async () => {
    interface Finding {
      readonly id: string;
      readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
    }
    const { axe } = globalThis as unknown as {
      axe: { run(options: object): Promise<{ violations: readonly Finding[] }> };
    };
    const { violations } = await axe.run({ iframes: false });
    return violations.map(
      ({ id, nodes }) =>
        `${id}: ${nodes.map(({ html, failureSummary }) => `${html.slice(0, 160)} ${failureSummary}`).join("\n   ")}`,
    );
  });
}

const themes = ["Dark Modern", "Light Modern", "Dark High Contrast", "Light High Contrast"];

inEachVscode("what axe finds", { newestOnly: true }, (window) => {
  test.each(themes)("is nothing in %s", async (theme) => {
    const { canvas } = await openBoth(window(), shop.replace("name: shop", `name: axe-${themes.indexOf(theme)}`));
    await window().showTheme(theme);
    await canvas.select("web");
    await canvas.inspector.getByRole("textbox", { name: "Image", exact: true }).waitFor();
    expect(await findingsIn(canvas)).toEqual([]);
    await canvas.press("Show as List");
    expect(await findingsIn(canvas)).toEqual([]);
    await canvas.press("Show as Canvas");
    await review(window());
    expect(await findingsIn(canvas)).toEqual([]);
  });
});

/** Does the main job's steps on the canvas; each fails when what it needs is out of reach. */
async function change(window: Workbench, document: Document, canvas: Canvas): Promise<void> {
  await canvas.select("web");
  const image = canvas.inspector.getByRole("textbox", { name: "Image", exact: true });
  await image.fill("nginx:1.29");
  await image.press("Enter");
  await document.saved((text) => text.includes("image: nginx:1.29"));
  await canvas.frame.getByRole("button", { name: "Add Redis", exact: true }).click();
  await document.saved((text) => text.includes("type: redis"));
  await review(window);
}

inEachVscode("at 200 % of 1920 × 1080", { newestOnly: true, page: { size: { width: 960, height: 540 } } }, (window) => {
  test("a component is changed, another added, and the plan read", async () => {
    const { document, canvas } = await openBoth(window());
    await document.focus();
    await window().run("View: Close Editor");
    await until("the canvas in the whole window", async () => Number(await canvas.frame.evaluate("innerWidth")) > 800);
    await change(window(), document, canvas);
    await window().picture(join(out, "pictures", "at-200-percent.png"));
    expect(await canvas.frame.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
  });
});

inEachVscode("with reduced motion", { newestOnly: true, page: { reducedMotion: "reduce" } }, (window) => {
  test("nothing moves by itself", async () => {
    const { document, canvas } = await openBoth(window());
    await canvas.settled();
    // Asked in each frame from now on: what is over before anybody looks would else not be seen.
    await canvas.frame.evaluate(`(() => {
      const look = () => {
        for (const animation of document.getAnimations()) {
          const { duration, iterations } = animation.effect?.getComputedTiming() ?? {};
          if (duration > 1 || iterations === Infinity) (globalThis.moved ??= []).push(animation.effect.target.className);
        }
        requestAnimationFrame(look);
      };
      look();
    })()`);
    await change(window(), document, canvas);
    await canvas.frame.getByRole("button", { name: "Zoom In" }).click();
    await until("the new card", async () => (await canvas.cards()).length === 4);
    expect(await canvas.frame.evaluate("globalThis.moved ?? []")).toEqual([]);
  });
});
