import { expect } from "vitest";
import { addedLines } from "../driver/addedLines";
import { shop } from "../driver/fixtures";
import { pointOf } from "../driver/pointer";
import { until } from "../driver/until";
import { inEachVscode } from "../harness/windows";
import { feature, openBoth } from "./scenario";

const cards = ["edge", "web", "db"] as const;

inEachVscode("the palette", { newestOnly: true }, (window) => {
  feature(22, async () => {
    const { document, canvas } = await openBoth(window());
    const palette = canvas.frame.getByRole("complementary", { name: "Components" });
    const offered = async () =>
      palette
        .getByRole("button", { name: /^Add / })
        .evaluateAll((all) => all.map((each) => (each as unknown as { textContent: string }).textContent));
    await canvas.shows(...cards);
    expect(await offered()).toHaveLength(7);
    // Beside the text there is little room: the palette is a rail of icons until it is opened.
    await canvas.press("Show Names and Search");
    const search = palette.getByRole("textbox", { name: "Search components" });
    await search.click();
    // Not only by what it is called: by what it is for, too.
    await window().keyboard.type("schedule");
    await until("what is on a schedule", async () => (await offered()).join() === "Cron job");
    await search.fill("kafka");
    await palette.getByText("No component matches “kafka”.").waitFor();
    await search.fill("sql database");
    await until("the databases", async () => (await offered()).join() === "PostgreSQL,MySQL");
    await search.press("ArrowDown");
    await window().keyboard.press("ArrowDown", "Enter");
    await canvas.shows(...cards, "mysql");
    const added = addedLines(shop, await document.saved((text) => text.includes("mysql")));
    expect(added).toContain("    type: mysql");
  });

  feature(23, async () => {
    const { document, canvas } = await openBoth(window());
    await canvas.shows(...cards);
    await canvas.settled();
    const item = canvas.frame.getByRole("button", { name: "Add Redis", exact: true });
    const web = await pointOf(canvas.card("web"));
    const place = { x: web.x + 3, y: web.y + 150 };
    await window().pointer.carry(item, place);
    // The card that is going to be: as large as the others, in line with the one above, and in nobody's text yet.
    const preview = canvas.frame.locator(".drag-ghost.over .card");
    const [ghost, card] = [await preview.boundingBox(), await canvas.card("web").locator(".card").boundingBox()];
    expect(ghost?.width).toBeCloseTo(card?.width ?? 0, 0);
    await canvas.frame.locator(".guide-x").first().waitFor({ state: "attached" });
    expect(ghost?.x).toBeCloseTo(card?.x ?? 0, 0);
    await canvas.shows(...cards);
    await window().keyboard.press("Escape");
    await preview.waitFor({ state: "detached" });
    await window().pointer.drop();
    await window().pointer.carry(item, place);
    await preview.waitFor();
    await window().pointer.drop();
    await canvas.shows(...cards, "redis");
    await canvas.settled();
    const dropped = await canvas.card("redis").locator(".card").boundingBox();
    expect(Math.abs((dropped?.x ?? 0) - (ghost?.x ?? 0))).toBeLessThan(2);
    expect(Math.abs((dropped?.y ?? 0) - (ghost?.y ?? 0))).toBeLessThan(2);
    const added = addedLines(shop, await document.saved((text) => /redis: \[/.test(text)));
    expect(added.filter((line) => /redis:$/.test(line))).toEqual(["  redis:"]);
  });

  feature(24, async () => {
    const { document, canvas } = await openBoth(window());
    await canvas.shows(...cards);
    await canvas.press("Add Worker");
    await canvas.shows(...cards, "worker");
    // Its name is ready to be typed.
    await canvas.inspector.getByRole("textbox", { name: "Name", exact: true }).waitFor();
    await window().keyboard.type("mailer");
    await window().keyboard.press("Enter");
    await canvas.shows(...cards, "mailer");
    await canvas.press("Show Names and Search");
    await canvas.frame.getByRole("textbox", { name: "Search components" }).focus();
    await window().keyboard.type("redis");
    await window().keyboard.press("Enter");
    await canvas.shows(...cards, "mailer", "redis");
    // And where the pointer is, from the menu.
    await canvas.settled();
    const { x, y } = await pointOf(canvas.card("db"));
    await window().page.mouse.click(x, y + 120, { button: "right" });
    await canvas.frame.getByRole("menuitem", { name: "Add Component" }).hover();
    await canvas.frame.getByRole("menuitem", { name: "MySQL", exact: true }).click();
    await canvas.shows(...cards, "mailer", "redis", "mysql");
    const text = await document.saved((now) => ["mailer:", "redis:", "mysql:"].every((name) => now.includes(name)));
    expect(addedLines(shop, text).filter((line) => line.startsWith("    type:"))).toHaveLength(3);
  });
});
