import { expect } from "vitest";
import { addedLines } from "../driver/addedLines";
import { shop } from "../driver/fixtures";
import { pointOf } from "../driver/pointer";
import { until } from "../driver/until";
import { inEachVscode } from "../harness/windows";
import { feature, openBoth } from "./scenario";

const cards = ["edge", "web", "db"] as const;

inEachVscode("connections on the canvas", { newestOnly: true }, (window) => {
  feature(25, async () => {
    const { document, canvas } = await openBoth(window());
    await canvas.shows(...cards);
    await canvas.settled();
    const why = "Load balancer cannot be connected to PostgreSQL, only to Web service.";
    await window().pointer.carry(canvas.card("edge").locator(".react-flow__handle.source"), canvas.card("db"));
    // While it is drawn, beside the pointer; and once more where it stays to be read.
    await canvas.frame.locator(".connection-hint").getByText(why).waitFor();
    await window().pointer.drop();
    await canvas.frame.getByRole("alert").filter({ hasText: why }).waitFor();
    await canvas.connect("web", "db");
    await canvas.frame.getByRole("alert").filter({ hasText: "“web” is connected to “db” already." }).waitFor();
    expect(await document.saved(() => true)).toBe(shop);
  });

  feature(26, async () => {
    const text = shop.replace("    connections: [db]\n", "");
    const { document, canvas } = await openBoth(window(), text);
    await canvas.select("web");
    await canvas.choose("Connect to", "db");
    const wizard = canvas.inspector.getByRole("group", { name: "New connection to db" });
    await wizard.getByText("Opens the way from web to port 5432 of db.").waitFor();
    const variables = wizard.getByRole("list", { name: "Variables that web gets" });
    await variables.getByText("DB_HOST", { exact: true }).waitFor();
    await variables.getByText("DB_PASSWORD", { exact: true }).waitFor();
    await variables.getByText("Its value is a secret and stays in the cloud.").first().waitFor({ state: "attached" });
    await wizard.getByRole("textbox", { name: "Prefix of the variables of db" }).fill("PG");
    await variables.getByText("PG_HOST", { exact: true }).waitFor();
    await wizard.getByRole("button", { name: "Connect", exact: true }).click();
    await canvas.edge("web", "db").waitFor({ state: "attached" });
    const added = addedLines(text, await document.saved((now) => now.includes("PG")));
    expect(added.join("\n")).toMatch(/connections:\s[\s\S]*db:[\s\S]*as: PG/);
  });

  feature(27, async () => {
    const text = shop.replace(
      "    connections: [db]\n",
      "    env: { STORE: '${{ cache.host }}' }\n    connections: [db]\n",
    );
    const { document, canvas } = await openBoth(window(), `${text}  cache: { type: redis }\n`);
    await canvas.shows(...cards, "cache");
    const dashes = (to: string) =>
      canvas
        .edge("web", to)
        .locator("path")
        .first()
        .evaluate((path) => {
          const { getComputedStyle } = globalThis as unknown as {
            getComputedStyle(element: unknown): { readonly strokeDasharray: string };
          };
          return getComputedStyle(path).strokeDasharray;
        });
    await canvas.edge("web", "cache").waitFor({ state: "attached" });
    expect(await dashes("db")).toBe("none");
    expect(await dashes("cache")).toMatch(/\d+px, \d+px/);
    // The dashed one follows from a value, so it goes with the value, and it says so.
    await canvas.edge("web", "cache").focus();
    await window().keyboard.press("Enter", "Delete");
    await canvas.frame
      .getByRole("alert")
      .filter({ hasText: "“web” refers to “cache” in one of its values." })
      .waitFor();
    await canvas.edge("web", "db").focus();
    await window().keyboard.press("Enter", "Delete");
    await canvas.edge("web", "db").waitFor({ state: "detached" });
    const left = await document.saved((now) => !now.includes("[db]"));
    expect(left).toContain("${{ cache.host }}");
    expect(left).not.toContain("connections");
  });

  feature(28, async () => {
    const text = `${shop}  archive: { type: postgres, version: "16" }\n`;
    const { document, canvas } = await openBoth(window(), text);
    await canvas.shows(...cards, "archive");
    await canvas.settled();
    await canvas.edge("web", "db").focus();
    await window().keyboard.press("Enter");
    const end = await pointOf(canvas.frame.locator(".react-flow__edgeupdater-target"));
    await window().pointer.drag(end, canvas.card("archive"));
    await canvas.edge("web", "archive").waitFor({ state: "attached" });
    expect(await document.saved((now) => now !== text)).toBe(text.replace("[db]", "[archive]"));
    // One step, whichever way it is undone.
    await canvas.card("web").focus();
    await window().keyboard.press("Mod+z");
    await canvas.edge("web", "db").waitFor({ state: "attached" });
    // The same by key: C on the line, and the arrows choose.
    await canvas.edge("web", "db").focus();
    await window().keyboard.press("Enter", "c");
    const bar = canvas.frame.locator(".connect-bar");
    await bar.waitFor();
    await until("the archive to be chosen", async () => {
      if ((await bar.textContent())?.includes("archive,")) return true;
      await window().keyboard.press("ArrowDown");
      return false;
    });
    await window().keyboard.press("Enter");
    await canvas.edge("web", "archive").waitFor({ state: "attached" });
    expect(await document.saved((now) => now.includes("[archive]"))).toBe(text.replace("[db]", "[archive]"));
  });
});
