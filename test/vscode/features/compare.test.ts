import { expect } from "vitest";
import { shop } from "../driver/fixtures";
import { until } from "../driver/until";
import { inEachVscode } from "../harness/windows";
import { changedSince, openChanges } from "./changedSince";
import { feature, openBoth } from "./scenario";

const [beforeDb = "", db = ""] = shop.split(/(?<=\[db\]\n)/);
/** Without the database, with a cache instead, and on another port. */
const changed = `${beforeDb.replace("port: 80", "port: 8080").replace("[db]", "[cache]")}  cache: { type: redis }\n`;

inEachVscode("versions and changes on the canvas", { newestOnly: true }, (window) => {
  feature(15, async () => {
    expect(db).toContain("postgres");
    const document = await changedSince(window(), changed);
    await openChanges(window(), document);
    await window()
      .page.getByRole("button", { name: /Compare on Canvas/ })
      .first()
      .click();
    let canvas = await window().canvas();
    await canvas.shows("edge", "web", "cache");
    const bar = canvas.frame.getByRole("region", { name: "Comparison" });
    await bar.getByText("1 added").waitFor();
    expect(await bar.textContent()).toMatch(/1 changed.*1 removed/);
    await canvas.frame.getByRole("button", { name: /db, removed$/ }).waitFor();
    await canvas.frame.getByRole("img", { name: "Connection from web to db: Removed" }).waitFor();
    // From one to the next by key, with each field before and after, and out again.
    await canvas.frame
      .locator(".canvas")
      .focus()
      .catch(() => undefined);
    await bar.getByRole("button", { name: "Next Difference" }).click();
    const panel = canvas.frame.getByRole("complementary", { name: "Changes" });
    await panel.getByText("8080").waitFor();
    await canvas.card("web").focus();
    await window().keyboard.press("F7");
    await canvas.frame.locator(".react-flow__node.selected[data-id='cache']").waitFor();
    await window().keyboard.press("Escape", "Escape");
    await bar.waitFor({ state: "detached" });
    // Any other version by name.
    await window().run("Stackwright: Compare on Canvas");
    await window().choose("HEAD");
    canvas = await window().canvas();
    await canvas.frame.getByText("Compared with HEAD").waitFor();
    expect(await document.onDisk()).toBe(changed);
  });

  feature(16, async () => {
    const { document, canvas } = await openBoth(window());
    await canvas.select("web");
    await canvas.fill("Port", "8080");
    // The line is marked in the text beside, for a while, and the focus stays where it was.
    const mark = window().page.locator(`[data-uri$="/${document.name}"] .view-overlays .cdr[class*="ced-"]`).first();
    await mark.waitFor({ state: "attached" });
    await canvas.frame.getByRole("button", { name: "Last change: 1 line added, 1 removed" }).click();
    const list = canvas.frame.getByRole("dialog", { name: "Last Change in the Text" });
    await list.getByRole("rowheader", { name: "Added line 14" }).waitFor();
    expect(await list.textContent()).toContain("port: 8080");
    await list.getByRole("button", { name: "Show Change" }).click();
    const diff = window().page.locator(".monaco-diff-editor").first();
    await diff.locator(".line-insert").first().waitFor();
    await until("both texts", async () => (await diff.textContent())?.includes("8080"));
    expect(await document.saved((now) => now !== shop)).toBe(shop.replace("port: 80", "port: 8080"));
  });

  feature(36, async () => {
    const { document, canvas } = await openBoth(window(), `${shop}canvas:\n  gone: [1, 2]\n`);
    await canvas.shows("edge", "web", "db");
    const place = await canvas.placeOf("web");
    await canvas.drag("web", { x: 10, y: 70 });
    await canvas.card("web").getByTitle("Placed by hand").waitFor();
    expect(await canvas.card("db").getByTitle("Placed by hand").count()).toBe(0);
    await document.saved((now) => /\n {2}web: \[/.test(now.slice(shop.length)));
    // One card by key; it goes back to where it stood before.
    await canvas.select("web");
    await window().keyboard.press("Shift+Alt+r");
    await until("the automatic place", async () => (await canvas.placeOf("web")) === place);
    expect(await document.saved((now) => !now.slice(shop.length).includes("web"))).toContain("gone: [1, 2]");
    // What belongs to nothing is told where the application is, and goes from there.
    await window().keyboard.press("Escape");
    await canvas.press("Release: A position without a component: gone");
    expect(await document.saved((now) => !now.includes("gone"))).toBe(shop);
  });
});
