import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "vitest";
import { root } from "../../../scripts/setup/paths";
import { addedLines } from "../driver/addedLines";
import { shop } from "../driver/fixtures";
import { until } from "../driver/until";
import { inEachVscode } from "../harness/windows";
import { complaint, openBoth } from "./scenario";

const cards = ["edge", "web", "db"] as const;

inEachVscode("the canvas and the text agree", { newestOnly: true }, (window) => {
  complaint(1, async () => {
    // A real person's file: comments everywhere, anchors, two kinds of quotes, folded and aligned by hand.
    const sample = await readFile(join(root, "samples", "rails", "stackwright.yaml"), "utf8");
    const { document, canvas } = await openBoth(window(), sample);
    await until("its cards", async () => (await canvas.cards()).length > 5);
    await canvas.select("web");
    await canvas.fill("Port", "3001");
    const changed = sample.replace("port: 3000", "port: 3001");
    expect(await document.saved((now) => now !== sample)).toBe(changed);
    await canvas.dragFromPalette("MySQL");
    await canvas.settled();
    const added = await document.saved((now) => now.includes("mysql"));
    expect(addedLines(changed, added).filter((line) => line.includes("#"))).toEqual([]);
    await canvas.select("mysql");
    await window().keyboard.press("Delete");
    expect(await document.saved((now) => !now.includes("mysql"))).toBe(changed);
  });

  complaint(6, async () => {
    const { document, canvas } = await openBoth(window());
    await canvas.shows(...cards);
    // Turn by turn by hand and on the canvas, never saved between: neither undoes what the other did.
    await document.typeAtEndOf(13, "-alpine   # by hand");
    const port = () => canvas.inspector.getByRole("textbox", { name: "Port", exact: true });
    await canvas.select("web");
    await canvas.fill("Port", "8080");
    const image = canvas.inspector.getByRole("textbox", { name: "Image", exact: true });
    await document.typeAtEndOf(18, " # as on the old server");
    await canvas.drag("db", { x: 0, y: 70 });
    await canvas.select("web");
    expect(await port().inputValue()).toBe("8080");
    expect(await image.inputValue()).toBe("nginx:1.27");
    const text = await document.saved((now) => /db: \[/.test(now) && now.includes("old server"));
    const wanted = shop
      .replace("# pinned", "# pinned-alpine   # by hand")
      .replace("port: 80", "port: 8080")
      .replace('version: "16"', 'version: "16" # as on the old server');
    expect(addedLines(wanted, text).join("\n")).toMatch(/^canvas:\n {2}db: \[-?\d+, -?\d+\]$/);
  });

  complaint(7, async () => {
    const port = "    port: 80\n";
    const strange = `x-defaults: &defaults
  LOG: &level info
  deep: [[1, 2], { a: ~ }]
${shop.replace(port, `${port}    env: { <<: *defaults, LEVEL: *level }\n    scale: !!map { min: 2, max: 0x10 }\n`)}  queue:
    type: rabbitmq      # not ours yet
    plugins: [shovel, { federation: ~ }]
environments:
  production:
    components:
      web: { x-slo: 99.9, image: "nginx:1.27" }
`;
    const { document, canvas } = await openBoth(window(), strange);
    // What it does not understand is shown as what it is, and said to be so.
    await canvas.shows(...cards, "queue");
    await canvas.card("queue").getByText("rabbitmq").waitFor();
    await canvas.select("web");
    await canvas.fill("Port", "8080");
    const edited = strange.replace(port, "    port: 8080\n");
    expect(await document.saved((now) => now !== strange)).toBe(edited);
    await canvas.select("db");
    await window().keyboard.press("Delete");
    await canvas.shows("edge", "web", "queue");
    const without = await document.saved((now) => !now.includes("postgres"));
    const gone = /^ {2}db:\n(?: {4}.*\n)+|^ {4}connections: \[db\]\n/gm;
    expect(without).toBe(edited.replace(gone, ""));
  });

  complaint(9, async () => {
    // With CR LF, with long indents and flow maps, which nobody writes on purpose and people have.
    const odd =
      "name: shop\r\ncomponents:\r\n      web: {type: web, image: 'nginx:1.27', port: 80}\r\n      db:\r\n            type: postgres\r\n";
    const { document, canvas } = await openBoth(window(), odd);
    await canvas.select("web");
    await canvas.fill("Port", "8080");
    await canvas.connect("web", "db");
    await canvas.edge("web", "db").waitFor({ state: "attached" });
    const text = await document.saved((now) => now.includes("8080") && now.includes("connections"));
    expect(text).toMatch(/web: \{ ?type: web, image: 'nginx:1\.27', port: 8080, connections: \[ ?db ?\] ?\}\r\n/);
    expect(text.split("\r\n").join("")).not.toContain("\n");
    // What cannot be written is said, and does not seem to have happened.
    await canvas.fill("Name", "db");
    await canvas.frame.getByRole("alert").getByText("There is a component called “db” already.").waitFor();
    await canvas.shows("web", "db");
    await document.typeAtEndOf(1, ": x");
    await canvas.banner.waitFor();
    await until("the canvas to take no edit", () =>
      canvas.frame.getByRole("button", { name: "Add Worker" }).isDisabled(),
    );
    await document.focus();
    await until("the text as it was", async () => {
      if ((await document.saved(() => true)) === text) return true;
      await window().keyboard.press("Mod+z");
      return false;
    });
  });
});
