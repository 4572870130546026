import type { Frame } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { pseudo } from "../../scripts/l10n/pseudo";
import { shop } from "./driver/fixtures";
import { clippedIn, englishIn, saidBy } from "./driver/spoken";
import { until } from "./driver/until";
import { inEachVscode } from "./harness/windows";

/** Names that a user, the manifest's vocabulary or the template gave. */
const data = `${shop} Cluster Vpc default Dockerfile auto nano micro small medium large xlarge snapshot retain delete`;
/** What VS Code itself says around our words; only the extension speaks the pseudo-language. */
const aroundDialogs = "Cancel Info Close Dialog";

inEachVscode("in a language other than English", { newestOnly: true, pseudo: true }, (window) => {
  let canvas: Frame;

  beforeAll(async () => {
    await window().openNew("shop.stackwright.yaml", shop);
    await window().run("Stackwright: Open Canvas");
    canvas = await until("a canvas", async () => {
      for (const frame of window().page.frames()) {
        const card = frame.locator(".react-flow__node").first();
        if (await card.isVisible().catch(() => false)) return frame;
      }
      return undefined;
    });
  });

  const button = (english: string) => canvas.getByRole("button", { name: pseudo(english), exact: true }).first();
  const card = (name: string) => canvas.locator(`.react-flow__node[data-id="${name}"] .card-icon`);

  /** Nothing on the page is English, and all of it can be read although everything is longer by two fifths. */
  const expectForeign = async (what: string): Promise<void> => {
    const texts = await saidBy(canvas.locator("body *"));
    expect(texts.length, what).toBeGreaterThan(20);
    expect({ what, english: englishIn(texts, data) }).toEqual({ what, english: [] });
    expect({ what, clipped: await clippedIn(canvas) }).toEqual({ what, clipped: [] });
  };

  /** The same of what VS Code shows for us around the page. */
  const expectForeignIn = async (selector: string, besides = ""): Promise<void> => {
    const elements = window().page.locator(selector);
    await elements.first().waitFor();
    const texts = await saidBy(elements);
    expect(texts).not.toEqual([]);
    expect(englishIn(texts, `${data} ${besides}`)).toEqual([]);
  };

  test("the page says in which it speaks", async () => {
    expect(await canvas.locator("html").getAttribute("lang")).toBe("qps-ploc");
  });

  test.each(["edge", "web", "db"])("the properties of %s are said in it, to the last folded section", async (name) => {
    await card(name).click();
    await canvas.locator(`.react-flow__node.selected[data-id="${name}"]`).waitFor();
    const folded = canvas.locator(".side.right button[aria-expanded=false]:visible");
    await until("all sections", async () => {
      const left = await folded.count();
      if (left > 0) await folded.first().click({ timeout: 2_000 });
      return left === 0;
    });
    await expectForeign(name);
  });

  test("so are the palette, the menu, the keys, the price, the search and the list", async () => {
    await button("Show Names and Search").click();
    await canvas.locator(".palette-item, .palette button").first().waitFor();
    await expectForeign("the palette");
    await card("web").click({ button: "right" });
    await canvas.getByRole("menu").waitFor();
    await expectForeign("the menu");
    await window().keyboard.press("Escape");
    await button("View and Export").click();
    await canvas.getByRole("menu").waitFor();
    await expectForeign("the menu of the view");
    await canvas.getByRole("menuitem", { name: pseudo("Keyboard Shortcuts") }).click();
    await canvas.getByRole("dialog").waitFor();
    await expectForeign("the keys");
    await window().keyboard.press("Escape");
    await canvas.locator(".price-button").click();
    await canvas.locator(".price-popover").waitFor();
    await expectForeign("the price");
    await window().keyboard.press("Escape");
    await button("Find…").click();
    await canvas.getByPlaceholder(pseudo("Name, type, image or problem")).waitFor();
    await expectForeign("the search");
    await window().keyboard.press("Escape");
    await button("Show as List").click();
    await canvas.locator(".list").waitFor();
    await expectForeign("the list");
    await button("Show as Canvas").click();
  });

  test("so are a plan, the question, and what was deployed", async () => {
    await window().run("Stackwright: Plan & Deploy…");
    await expectForeignIn(".quick-input-list .monaco-list-row .label-name, .quick-input-title");
    await window().choose(pseudo("Sandbox"));
    await window().dialog.waitFor();
    await expectForeignIn(".monaco-dialog-box *", aroundDialogs);
    await window().confirm(pseudo("Review on Canvas"));
    await button("Discard").waitFor();
    const groups = canvas.locator(".side.right button[aria-expanded=false]:visible");
    await until("all changes", async () => {
      const left = await groups.count();
      if (left > 0) await groups.first().click({ timeout: 2_000 });
      return left === 0;
    });
    await expectForeign("the plan");
    await button("Deploy").click();
    await canvas.getByText(pseudo("Deployed"), { exact: true }).waitFor({ timeout: 40_000 });
    await expectForeign("the deployment");
    await expectForeignIn(".notifications-toasts .notification-list-item-message *");
  });

  test("so is the Deployments view", async () => {
    await window().run("Stackwright: Focus on");
    await window().page.locator(".sidebar .monaco-list-row", { hasText: "shop-default" }).waitFor();
    await expectForeignIn(".sidebar .monaco-list-row *");
    await window().run("View: Close Primary Side Bar");
  });

  test("so is each command in the palette", async () => {
    const titles = await until("several commands", async () => {
      const found = (await window().offered("Stackwright: ")).filter((title) => title.includes("Stackwright: "));
      return found.length > 3 && found;
    });
    // Beside our words VS Code shows the English ones, by which a command is found as well.
    expect(titles.filter((title) => !title.includes("~]"))).toEqual([]);
  });

  test("so are problems, what a key means, and what can be written there", async () => {
    const text = shop.replace("port: 80", "prot: 80");
    const document = await window().openNew("mistake.stackwright.yaml", text);
    const lineOf = (part: string): number => text.split("\n").findIndex((line) => line.includes(part)) + 1;
    await document.goTo(lineOf("prot:"));
    await window().run("Go to Next Problem (Error, Warning, Info)");
    await expectForeignIn(".marker-widget .descriptioncontainer *", "Error at stackwright unknown-key prot");
    await window().keyboard.press("Escape");
    await document.goTo(lineOf("connections:"));
    for (const _ of "    co") await window().keyboard.press("ArrowRight");
    await window().run("Show or Focus Hover");
    await expectForeignIn(".monaco-hover:not(.hidden) .rendered-markdown *");
    await window().keyboard.press("Escape");
    await document.typeAtEndOf(lineOf("connections:"), "\n");
    await window().run("Trigger Suggest");
    await expectForeignIn(".suggest-widget.visible .monaco-list-row .details-label");
  });
});
