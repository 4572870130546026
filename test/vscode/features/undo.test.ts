import { expect } from "vitest";
import { shop } from "../driver/fixtures";
import { until } from "../driver/until";
import { inEachVscode } from "../harness/windows";
import { complaint, feature, openBoth } from "./scenario";

const cards = ["edge", "web", "db"] as const;

inEachVscode("undoing on the canvas", { newestOnly: true }, (window) => {
  const undo = () => window().keyboard.press("Mod+z");
  const redo = () => window().keyboard.press("Mod+Shift+z");

  feature(17, async () => {
    const { document, canvas } = await openBoth(window());
    await canvas.shows(...cards);
    await document.typeAtEndOf(20, "  cache: { type: redis }");
    await canvas.shows(...cards, "cache");
    await canvas.select("db");
    await window().keyboard.press("Delete");
    await canvas.shows("edge", "web", "cache");
    // What was done on the canvas and what was typed lie on one stack, and either side can take it back.
    await undo();
    await canvas.shows(...cards, "cache");
    await document.focus();
    await until("the three cards", async () => {
      await undo();
      return (await canvas.cards()).length === 3;
    });
    await until("the text as it was", async () => {
      if ((await document.saved(() => true)) === shop) return true;
      await undo();
      return false;
    });
  });

  feature(18, async () => {
    const { document, canvas } = await openBoth(window());
    await canvas.shows(...cards);
    await canvas.dragFromPalette("Redis");
    await canvas.shows(...cards, "redis");
    await canvas.connect("web", "redis");
    await canvas.edge("web", "redis").waitFor({ state: "attached" });
    const connected = await document.saved((text) => /connections: \[db, redis\]/.test(text));
    await canvas.drag("edge", { x: 0, y: 90 });
    await document.saved((text) => text !== connected && /edge: \[/.test(text));
    await document.focus();
    await undo();
    expect(await document.saved((text) => !/edge: \[/.test(text))).toBe(connected);
    await undo();
    await document.saved((text) => !/connections: \[db, redis\]/.test(text) && text.includes("redis"));
    await undo();
    expect(await document.saved((text) => !text.includes("redis"))).toBe(shop);
  });

  feature(19, async () => {
    const { document, canvas } = await openBoth(window());
    await canvas.select("web");
    await window().keyboard.press("Delete");
    await canvas.shows("edge", "db");
    const text = await document.saved((now) => now !== shop);
    expect(text).not.toContain("to: web");
    expect(text).not.toContain("connections");
    await undo();
    await canvas.shows(...cards);
    await canvas.edge("edge", "web").waitFor({ state: "attached" });
    await canvas.edge("web", "db").waitFor({ state: "attached" });
    expect(await document.saved((now) => now !== text)).toBe(shop);
  });

  feature(20, async () => {
    const { document, canvas } = await openBoth(window());
    await canvas.select("web");
    await window().keyboard.press("ArrowDown", "ArrowDown", "ArrowDown", "ArrowRight");
    const moved = await document.saved((text) => /web: \[-?\d+, -?\d+\]/.test(text));
    expect(moved).not.toBe(shop);
    // Four presses in one go are one move.
    await undo();
    expect(await document.saved((text) => text !== moved)).toBe(shop);
    await redo();
    expect(await document.saved((text) => text !== shop)).toBe(moved);
  });

  feature(21, async () => {
    const { document, canvas } = await openBoth(window());
    await canvas.select("db");
    await window().keyboard.press("Delete");
    await canvas.shows("edge", "web");
    await canvas.select("web");
    const image = canvas.inspector.getByRole("textbox", { name: "Image", exact: true });
    await image.click();
    await window().keyboard.press("End");
    await window().keyboard.type("-alpine");
    expect(await image.inputValue()).toBe("nginx:1.27-alpine");
    await undo();
    // What was typed in the field goes, and the deletion before it stays.
    await until("the field as it was", async () => (await image.inputValue()) === "nginx:1.27");
    await canvas.shows("edge", "web");
    await undo();
    await canvas.shows(...cards);
    expect(await document.saved(() => true)).toBe(shop);
  });

  complaint(4, async () => {
    const { document, canvas } = await openBoth(window());
    await canvas.select("web");
    await canvas.fill("Port", "8080");
    await document.saved((text) => text.includes("port: 8080"));
    // Saving ends nothing: what was done before it can still be undone, and the file is then clean again when saved.
    await canvas.select("db");
    await window().keyboard.press("Delete");
    await canvas.shows("edge", "web");
    await undo();
    await canvas.shows(...cards);
    await undo();
    expect(await document.saved((text) => text.includes("port: 80\n"))).toBe(shop);
    await redo();
    await redo();
    await canvas.shows("edge", "web");
    expect(await document.saved((text) => !text.includes("postgres"))).toContain("port: 8080");
  });

  complaint(5, async () => {
    const { document, canvas } = await openBoth(window());
    await canvas.shows(...cards);
    await canvas.settled();
    await canvas.select("web");
    await window().page.keyboard.down("Shift");
    await window().pointer.click(canvas.card("db").locator(".card-icon"));
    await window().page.keyboard.up("Shift");
    await canvas.drag("db", { x: 0, y: 80 });
    const moved = await document.saved((text) => /web: \[/.test(text) && /db: \[/.test(text));
    await undo();
    expect(await document.saved((text) => text !== moved)).toBe(shop);
  });
});
