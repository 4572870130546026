import { expect } from "vitest";
import type { Canvas } from "../driver/canvas";
import { shop } from "../driver/fixtures";
import { pointOf } from "../driver/pointer";
import { until } from "../driver/until";
import { inEachVscode } from "../harness/windows";
import { feature, openBoth } from "./scenario";

const cards = ["edge", "web", "db"] as const;
/** With a worker and a cache, all of it placed by hand. */
const placed = `${shop}  worker: { type: worker, image: busybox:1.37 }
  cache: { type: redis }
canvas:
  edge: [0, 0]
  web: [340, 0]
  worker: [340, 160]
  db: [680, 0]
  cache: [704, 160]
`;
const all = [...cards, "worker", "cache"] as const;

inEachVscode("arranging on the canvas", { newestOnly: true }, (window) => {
  const chosen = async (canvas: Canvas) => {
    const nodes = canvas.frame.locator(".react-flow__node.selected");
    const names = await nodes.evaluateAll((each) =>
      each.map((node) => (node as unknown as { dataset: { id: string } }).dataset.id),
    );
    return names.sort().join();
  };
  const select = async (canvas: Canvas, ...names: readonly string[]) => {
    const [first = "", ...more] = names;
    await canvas.select(first);
    await window().keyboard.hold("Control", async () => {
      for (const name of more) await window().pointer.click(canvas.card(name).locator(".card-icon"));
    });
    await until("the selection", async () => (await chosen(canvas)) === [...names].sort().join());
  };

  feature(29, async () => {
    const { document, canvas } = await openBoth(window(), placed);
    await canvas.shows(...all);
    await canvas.settled();
    // From below the worker to the lower edge of the database: what the frame touches, be it with a corner.
    const [worker, db] = [await canvas.card("worker").boundingBox(), await canvas.card("db").boundingBox()];
    if (worker === null || db === null) throw new Error("They are not to be seen.");
    await window().keyboard.hold("Shift", async () => {
      const below = { x: worker.x + 10, y: worker.y + worker.height + 30 };
      await window().pointer.drag(below, { x: db.x + 10, y: db.y + db.height - 8 });
    });
    await until("the three", async () => (await chosen(canvas)) === "db,web,worker");
    await canvas.inspector.getByText("3 components selected").waitFor();
    // One is taken out again, another is added.
    await window().keyboard.hold("Control", async () => {
      await window().pointer.click(canvas.card("web").locator(".card-icon"));
      await until("the two", async () => (await chosen(canvas)) === "db,worker");
      await window().pointer.click(canvas.card("edge").locator(".card-icon"));
    });
    await until("the three", async () => (await chosen(canvas)) === "db,edge,worker");
    await window().keyboard.press("Delete");
    await canvas.shows("web", "cache");
    const text = await document.saved((now) => !now.includes("postgres"));
    expect(text).toContain("image: nginx:1.27   # pinned");
    await window().keyboard.press("Mod+z");
    await canvas.shows(...all);
    expect(await document.saved((now) => now.includes("postgres"))).toBe(placed);
  });

  feature(30, async () => {
    const { document, canvas } = await openBoth(window());
    await canvas.shows(...cards);
    await select(canvas, "web", "db");
    await window().keyboard.press("Mod+d");
    await canvas.shows(...cards, "web-2", "db-2");
    // The copies lead to each other, not to what they were copied from, and a comment comes along.
    await canvas.edge("web-2", "db-2").waitFor({ state: "attached" });
    const doubled = await document.saved((now) => now.includes("db-2:"));
    expect(doubled).toMatch(/web-2:\n {4}type: web\n {4}image: nginx:1\.27 {3}# pinned\n/);
    await canvas.select("db-2");
    await window().keyboard.press("Mod+x");
    await canvas.shows(...cards, "web-2");
    const clipboard = () =>
      window().page.evaluate(() => {
        const { navigator } = globalThis as unknown as { navigator: { clipboard: { readText(): Promise<string> } } };
        return navigator.clipboard.readText();
      });
    await until("the component on the clipboard", async () => /db-2:\s+type: postgres/.test(await clipboard()));
    await window().keyboard.press("Mod+v");
    await canvas.shows(...cards, "web-2", "db-2");
    // It is plain YAML: another manifest takes it too.
    const other = await openBoth(window(), "name: other\ncomponents:\n  site: { type: web, image: nginx, port: 80 }\n");
    await other.canvas.select("site");
    await window().keyboard.press("Mod+v");
    await other.canvas.shows("site", "db-2");
    const pasted = await other.document.saved((now) => now.includes("db-2:"));
    expect(pasted).toMatch(/db-2:\n {4}type: postgres\n {4}version: "16"\n {4}size: small/);
  });

  feature(31, async () => {
    const { document, canvas } = await openBoth(window(), placed);
    await canvas.shows(...all);
    await canvas.settled();
    // Two pixels beside the card above it, the cache takes hold of it.
    const [db, cache] = [await pointOf(canvas.card("db")), await pointOf(canvas.card("cache"))];
    await window().pointer.carry(cache, { x: db.x + 2, y: cache.y });
    await canvas.frame.locator(".guide-x").first().waitFor({ state: "attached" });
    await window().pointer.drop();
    await document.saved((now) => /\n {2}cache: \[680, /.test(now));
    await select(canvas, "edge", "worker", "cache");
    await canvas.inspector.getByRole("button", { name: "Align Bottom" }).click();
    const aligned = await document.saved((now) => !now.includes("edge: [0, 0]"));
    const rows = ["edge", "worker", "cache"].map(
      (name) => new RegExp(`${name}: \\[\\d+, (\\d+)\\]`).exec(aligned)?.[1],
    );
    expect(new Set(rows).size).toBe(1);
    await canvas.card("cache").focus();
    await window().keyboard.press("Mod+z");
    await document.saved((now) => now.includes("edge: [0, 0]"));
  });

  feature(32, async () => {
    const { document, canvas } = await openBoth(window(), placed);
    await canvas.shows(...all);
    await select(canvas, "web", "worker");
    await window().keyboard.press("Mod+g");
    await canvas.frame.getByRole("textbox", { name: "Title of the group" }).waitFor();
    await window().keyboard.type("Backend");
    await window().keyboard.press("Enter");
    const group = canvas.frame.getByRole("region", { name: "Group Backend, 2 components" });
    await group.waitFor();
    await document.saved((now) => /title: Backend\n\s+components: \[? ?web, worker/.test(now));
    // A group moves as one; another component goes into it from the menu.
    const title = await pointOf(canvas.frame.locator(".group-title"));
    await window().pointer.drag(title, { x: title.x, y: title.y + 60 });
    await document.saved((now) => !now.includes("web: [340, 0]") && !now.includes("worker: [340, 160]"));
    await canvas.settled();
    await window().pointer.click(canvas.card("cache").locator(".card-icon"));
    await window().keyboard.press("Shift+F10");
    await canvas.frame.getByRole("menuitem", { name: "Move to", exact: true }).click();
    await canvas.frame.getByRole("menuitem", { name: "Backend", exact: true }).click();
    await canvas.frame.getByRole("region", { name: "Group Backend, 3 components" }).waitFor();
    // Without the group nothing of it is left, and its components stay.
    await canvas.frame.locator(".group-title").focus();
    await window().keyboard.press("Mod+Shift+g");
    await group.waitFor({ state: "detached" });
    await canvas.shows(...all);
    expect(await document.saved((now) => !now.includes("Backend"))).not.toContain("$groups");
  });

  feature(33, async () => {
    const { document, canvas } = await openBoth(window(), `${shop}canvas:\n  db: [40, 900]\n`);
    await canvas.shows(...cards);
    await canvas.settled();
    const place = await canvas.placeOf("db");
    await canvas.press("Auto Layout");
    await canvas.frame.getByText("2 components arranged.").waitFor({ state: "attached" });
    // What was placed by hand stays, and nothing was written.
    expect(await canvas.placeOf("db")).toBe(place);
    expect(await document.saved(() => true)).toContain("db: [40, 900]");
    await select(canvas, "web", "db");
    await window().keyboard.press("Shift+Alt+s");
    await document.saved((now) => /\n {2}web: \[/.test(now) && !now.includes("[40, 900]"));
    await window().keyboard.press("Mod+z");
    await document.saved((now) => now.includes("[40, 900]") && !/\n {2}web: \[/.test(now));
    // All of them, only when asked for, in one step.
    await canvas.press("View and Export");
    await canvas.frame.getByRole("menuitem", { name: "Arrange All" }).click();
    expect(await document.saved((now) => !now.includes("canvas:"))).toBe(shop);
    await until("the automatic place", async () => (await canvas.placeOf("db")) !== place);
  });

  feature(34, async () => {
    const { document, canvas } = await openBoth(window());
    await canvas.shows(...cards);
    await canvas.drag("web", { x: 0, y: 80 });
    await canvas.card("web").getByTitle("Placed by hand").waitFor();
    const text = await document.saved((now) => /\n {2}web: \[/.test(now));
    // Places stand by themselves, below all that is deployed: without them the text is what it was.
    expect(text.startsWith(shop)).toBe(true);
    expect(text.slice(shop.length)).toMatch(/^canvas:\n {2}web: \[-?\d+, -?\d+\]\n$/);
    await canvas.fill("Name", "site");
    const renamed = await document.saved((now) => now.includes("to: site"));
    expect(renamed.slice(renamed.indexOf("canvas:"))).toMatch(/^canvas:\n {2}site: \[/);
    // And they change nothing of what is deployed.
    await canvas.frame.getByRole("button", { name: "No problems" }).waitFor();
  });
});
