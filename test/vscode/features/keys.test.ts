import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "vitest";
import { Hands } from "../driver/hands";
import { until } from "../driver/until";
import { inEachVscode } from "../harness/windows";
import { complaint, feature, openText } from "./scenario";

inEachVscode("without a mouse", { newestOnly: true }, (window) => {
  feature(54, async () => {
    const hands = new Hands(window());
    await window().closeAll();
    // The whole main job: begin, see, change, connect, know what it costs, deploy.
    await hands.run("Stackwright: New Manifest…");
    await hands.choose("Web service with PostgreSQL");
    const canvas = await window().canvas();
    await canvas.shows("edge", "web", "db");
    await hands.run("Stackwright: Open Canvas");
    await hands.tabTo(canvas, /^Add Redis/);
    await hands.press("Enter");
    await canvas.shows("edge", "web", "db", "redis");
    await canvas.inspector.locator("vscode-text-field:focus-within").waitFor();
    await hands.type("cache");
    await hands.press("Enter");
    await canvas.shows("edge", "web", "db", "cache");
    await hands.reach(canvas, "web");
    await hands.press("c");
    await canvas.frame.locator(".connect-bar").waitFor();
    await hands.press("Enter");
    const read = () => readFile(join(window().folder, "stackwright.yaml"), "utf8");
    await until("the connection", async () => /connections: \[db, cache\]/.test(await read()));
    await until("a saved file", async () => (await window().page.locator(".tab.dirty").count()) === 0);
    await hands.press("Mod+z");
    await until("no connection", async () => /connections: \[db\]/.test(await read()));
    await until("a saved file", async () => (await window().page.locator(".tab.dirty").count()) === 0);
    await hands.press("Mod+Shift+z");
    await until("the connection again", async () => /connections: \[db, cache\]/.test(await read()));
    await canvas.edge("web", "cache").waitFor({ state: "attached" });
    await hands.run("Stackwright: Plan & Deploy…");
    await hands.choose("Sandbox");
    await window().dialog.waitFor({ timeout: 30_000 });
    await hands.confirm(window().dialog, "Review on Canvas");
    await canvas.deployment.getByText("Plan", { exact: true }).waitFor();
    await hands.tabTo(canvas, /^Deploy$/);
    await hands.press("Enter");
    await canvas.deployment.getByText("Deployed", { exact: true }).waitFor({ timeout: 40_000 });
  });

  complaint(12, async () => {
    const hands = new Hands(window());
    const document = await openText(window(), "name: hands\n");
    await hands.run("Stackwright: Open Canvas");
    const canvas = await window().canvas();
    const made: string[] = [];
    for (const [label, name] of [
      ["Load balancer", "entrance"],
      ["Web service", "shop"],
      ["PostgreSQL", "orders"],
    ] as const) {
      await hands.tabTo(canvas, new RegExp(`^Add ${label}`), made.length === 0 ? "Tab" : "Shift+Tab");
      await hands.press("Enter");
      await canvas.inspector.locator("vscode-text-field:focus-within").waitFor();
      await hands.type(name);
      await hands.press("Enter");
      await canvas.shows(...made, name);
      made.push(name);
    }
    for (const [from, to] of [
      ["shop", "orders"],
      ["entrance", "shop"],
    ] as const) {
      await hands.reach(canvas, from);
      await hands.press("c");
      await canvas.frame.locator(".connect-bar").waitFor();
      await hands.press("Enter");
      await canvas.edge(from, to).waitFor({ state: "attached" });
    }
    const text = await document.saved((now) => /connections: \[orders\]/.test(now));
    expect(text).toMatch(/^name: hands\ncomponents:\n {2}entrance:\n {4}type: load-balancer\n/);
    // It is moved, and taken away again, with everything that leads to it.
    await hands.reach(canvas, "orders");
    await hands.press("Enter", "ArrowDown", "ArrowDown");
    await document.saved((now) => /orders: \[/.test(now));
    await hands.press("Delete");
    await canvas.shows("entrance", "shop");
    await document.saved((now) => !now.includes("orders"));
  });
});
