import { expect } from "vitest";
import type { Canvas } from "../driver/canvas";
import { shop } from "../driver/fixtures";
import { until } from "../driver/until";
import { inEachVscode } from "../harness/windows";
import { feature, openBoth } from "./scenario";

const cards = ["edge", "web", "db"] as const;
const selected = (canvas: Canvas, name: string) =>
  canvas.frame.locator(`.react-flow__node.selected[data-id="${name}"]`).waitFor();

inEachVscode("looking at the canvas", { newestOnly: true }, (window) => {
  feature(38, async () => {
    const { document, canvas } = await openBoth(window());
    await canvas.shows(...cards);
    await canvas.settled();
    const view = async () => (await canvas.frame.locator(".react-flow__viewport").getAttribute("style")) ?? "";
    const zoom = async () => Number(/scale\(([\d.]+)\)/.exec(await view())?.[1]);
    const fitted = await view();
    const before = await zoom();
    await canvas.press("Zoom Out");
    await until("a smaller picture", async () => (await zoom()) < before);
    await canvas.press("Zoom In");
    await canvas.press(/^Zoom to 100 %/);
    await until("life size", async () => (await zoom()) === 1);
    await canvas.press("Fit to Window");
    await until("all of it", async () => (await view()) === fitted);
    // By key, too; and to what is selected, which then is in the middle.
    await canvas.select("db");
    await window().keyboard.press("-", "-", "-");
    await until("a smaller picture", async () => (await zoom()) < before);
    await window().keyboard.press("Shift+2");
    await canvas.settled();
    const [card, area] = [
      await canvas.card("db").boundingBox(),
      await canvas.frame.locator(".react-flow").first().boundingBox(),
    ];
    const offset = (card?.x ?? 0) + (card?.width ?? 0) / 2 - ((area?.x ?? 0) + (area?.width ?? 0) / 2);
    expect(Math.abs(offset)).toBeLessThan(5);
    await window().keyboard.press("Shift+1");
    await until("all of it", async () => (await view()) === fitted);
    // The minimap leads elsewhere by pointer and by key.
    await canvas.press("Show Minimap");
    const map = canvas.frame.getByRole("application", { name: /^Minimap/ });
    await map.click({ position: { x: 20, y: 20 } });
    await until("another part", async () => (await view()) !== fitted);
    const pressed = await view();
    await map.focus();
    await window().keyboard.press("ArrowRight");
    await until("yet another part", async () => (await view()) !== pressed);
    await canvas.press("Hide Minimap");
    await map.waitFor({ state: "detached" });
    // To look around writes nothing.
    expect(await document.saved(() => true)).toBe(shop);
  });

  feature(39, async () => {
    const { document, canvas } = await openBoth(window(), shop.replace("size: small", "size: small\n    colour: red"));
    await canvas.select("edge");
    await window().keyboard.press("Mod+f");
    const field = canvas.frame.getByRole("textbox", { name: "Find Component" });
    await field.waitFor();
    // By name, by type, by image, and by what is wrong with it.
    for (const [known, name] of [
      ["edge", "edge"],
      ["postgres", "db"],
      ["nginx", "web"],
      ["colour", "db"],
    ] as const) {
      await field.fill(known);
      await canvas.frame.getByRole("search").getByText("0 of 1").waitFor();
      await window().keyboard.press("Enter");
      await canvas.frame.getByRole("search").getByText("1 of 1").waitFor();
      await selected(canvas, name);
      expect(await canvas.frame.locator(".found").count()).toBe(1);
    }
    await field.fill("nothing like it");
    await canvas.frame.getByRole("search").getByText("No results").waitFor();
    // Several are gone through one by one, and the last one has the focus afterwards.
    await field.fill("e");
    await window().keyboard.press("Enter");
    await selected(canvas, "edge");
    await window().keyboard.press("Enter");
    await selected(canvas, "web");
    await window().keyboard.press("Escape");
    await canvas.frame.locator('.react-flow__node[data-id="web"]:focus').waitFor();
    await window().keyboard.press("Delete");
    await document.saved((now) => !now.includes("nginx"));
  });

  feature(40, async () => {
    const { document, canvas } = await openBoth(window(), shop.replace("    connections: [db]\n", ""));
    await canvas.shows(...cards);
    await canvas.press("Show as List");
    const list = canvas.frame.getByRole("grid", { name: "Components as a list" });
    const row = (name: string) => list.locator(`[data-name="${name}"]`);
    expect(await row("edge").textContent()).toMatch(/edge.*Load balancer.*web/);
    expect(await list.locator("[data-name]").count()).toBe(3);
    // It connects, edits, duplicates and deletes, each as the canvas does.
    await row("web").click();
    await window().keyboard.press("c");
    await canvas.frame.locator(".connect-bar").waitFor();
    await window().keyboard.press("Enter");
    await document.saved((now) => now.includes("connections: [db]"));
    await until("the connection in its row", async () => /db/.test((await row("web").textContent()) ?? ""));
    await canvas.fill("Port", "8080");
    await document.saved((now) => now.includes("port: 8080"));
    await row("db").click({ button: "right" });
    await canvas.frame.getByRole("menuitem", { name: "Duplicate" }).click();
    await row("db-2").waitFor();
    await row("web").click();
    await window().keyboard.press("ArrowUp");
    await until("the row above", async () => (await row("edge").getAttribute("aria-selected")) === "true");
    await window().keyboard.press("Delete");
    await row("edge").waitFor({ state: "detached" });
    const text = await document.saved((now) => !now.includes("load-balancer"));
    expect(text).toContain("db-2:");
    await canvas.press("Show on Canvas");
    await canvas.shows("web", "db", "db-2");
    await canvas.edge("web", "db").waitFor({ state: "attached" });
  });
});
