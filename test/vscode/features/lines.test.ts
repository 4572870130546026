import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "vitest";
import { root } from "../../../scripts/setup/paths";
import { crossings } from "../driver/crossings";
import { shop } from "../driver/fixtures";
import { pointOf } from "../driver/pointer";
import { until } from "../driver/until";
import { inEachVscode } from "../harness/windows";
import { complaint, feature, openBoth, openText } from "./scenario";

inEachVscode("the lines between cards", { newestOnly: true }, (window) => {
  feature(37, async () => {
    const placed = `${shop}  cache:
    type: redis
canvas:
  edge: [0, 0]
  web: [340, 0]
  db: [1020, 0]
  cache: [680, 240]
`;
    const { document, canvas } = await openBoth(window(), placed);
    await canvas.shows("edge", "web", "db", "cache");
    await canvas.settled();
    const line = canvas.edge("web", "db").locator("path.react-flow__edge-path");
    const straight = await line.getAttribute("d");
    // A card that is put between two others has their line led around it.
    const [web, db] = [await pointOf(canvas.card("web")), await pointOf(canvas.card("db"))];
    await window().pointer.drag(canvas.card("cache"), { x: (web.x + db.x) / 2, y: web.y });
    await document.saved((now) => now !== placed);
    await until("another way", async () => (await line.getAttribute("d")) !== straight);
    await canvas.settled();
    expect(await crossings(canvas.frame)).toEqual([]);
    await window().keyboard.press("Mod+z");
    await until("the straight way", async () => (await line.getAttribute("d")) === straight);
  });

  complaint(13, async () => {
    const text = await readFile(join(root, "samples", "rails", "stackwright.yaml"), "utf8");
    await openText(window(), text);
    const canvas = await window().openCanvas();
    await until("its cards", async () => (await canvas.cards()).length > 5);
    await canvas.settled();
    const lines = canvas.frame.locator(".react-flow__edge");
    expect(await lines.count()).toBeGreaterThan(6);
    expect(await crossings(canvas.frame)).toEqual([]);
    // Nor when a card is thrown into the middle of the others.
    const [name = ""] = await canvas.cards();
    const area = await canvas.frame.locator(".canvas").boundingBox();
    const middle = { x: (area?.x ?? 0) + (area?.width ?? 0) / 2, y: (area?.y ?? 0) + (area?.height ?? 0) / 2 };
    await window().pointer.drag(canvas.card(name), middle);
    await canvas.settled();
    await until("lines around it", async () => (await crossings(canvas.frame)).length === 0);
  });
});
