import { expect, test } from "vitest";
import type { Canvas } from "./driver/canvas";
import { shop } from "./driver/fixtures";
import { until } from "./driver/until";
import type { Document, Workbench } from "./driver/workbench";
import { inEachVscode } from "./harness/windows";

let count = 0;

async function openBoth(window: Workbench, text: string): Promise<{ document: Document; canvas: Canvas }> {
  count += 1;
  await window.closeAll();
  const document = await window.openNew(`secure-${count}.stackwright.yaml`, text);
  return { document, canvas: await window.openCanvas() };
}

const attack = "<img src=x onerror=\"globalThis.attacked='html'\"><script>globalThis.attacked='script'</script>";

/** Every text of it tries to be markup. */
const hostile = `name: ${JSON.stringify(attack)}
components:
  web:
    type: web
    image: ${JSON.stringify(attack)}
    port: 80
    env: { A: ${JSON.stringify(attack)}, URL: "javascript:globalThis.attacked='url'" }
    connections: { db: { as: ${JSON.stringify(attack)} } }
  ${JSON.stringify(attack)}:
    type: ${JSON.stringify(attack)}
  db: { type: postgres, version: ${JSON.stringify(attack)} }
environments:
  ${JSON.stringify(attack)}: { region: ${JSON.stringify(attack)} }
canvas:
  $notes: { note: { text: ${JSON.stringify(attack)}, at: [0, 300] } }
  $groups: { group: { title: ${JSON.stringify(attack)}, components: [web, db] } }
`;

const messages: readonly unknown[] = [
  null,
  "ready",
  { type: "edit" },
  { type: "edit", id: 1, version: 1, operations: [{ kind: "setValue", path: ["__proto__", "x"], value: 1 }] },
  {
    type: "edit",
    id: 2,
    version: 1,
    operations: [{ kind: "addComponent", name: "x", fields: { a: "x".repeat(100_001) } }],
  },
  {
    type: "edit",
    id: 3,
    version: 1,
    operations: Array.from({ length: 10_001 }, () => ({ kind: "removeValue", path: ["a"] })),
  },
  { type: "edit", id: 4, version: 1, operations: [{ kind: "pasteComponents", text: "x".repeat(1_000_001) }] },
  { type: "edit", id: 5, version: 999_999, operations: [{ kind: "removeComponent", name: "web" }] },
  { type: "copy", components: ["web"], cut: -1 },
  { type: "saveImage", format: "exe", data: "TVqQ" },
  { type: "openExternal", url: "https://example.com" },
  { type: "executeCommand", command: "workbench.action.closeAllEditors" },
];

inEachVscode("the canvas's page", { newestOnly: true }, (window) => {
  test("shows markup in a manifest as the text that it is", async () => {
    const { canvas } = await openBoth(window(), hostile);
    await canvas.frame.locator(".react-flow__node", { hasText: "<img src=x onerror" }).first().waitFor();
    await canvas.select("web");
    await canvas.inspector.waitFor();
    await canvas.settled();
    expect(await canvas.frame.evaluate("globalThis.attacked")).toBeUndefined();
    expect(await canvas.frame.evaluate("document.querySelectorAll('img[src=x]').length")).toBe(0);
    expect(await canvas.frame.evaluate("document.querySelectorAll('body script').length")).toBe(1);
  });

  test("cannot make the extension do what the protocol does not have", async () => {
    const { document, canvas } = await openBoth(window(), shop);
    await canvas.shows("edge", "web", "db");
    await canvas.frame.evaluate(`globalThis.refused = [];
      addEventListener("message", ({ data }) => {
        if (data.type === "edited" && !data.ok) globalThis.refused.push(data.id);
      });`);
    for (const message of messages) await canvas.post(message);
    // What fits is still answered, behind all of these.
    const operations = [{ kind: "setValue", path: ["region"], value: "eu-west-1" }];
    await canvas.post({ type: "edit", id: 6, version: 1, operations });
    const refused = await until("an answer to each edit", async () => {
      const ids = await canvas.frame.evaluate<readonly number[]>("globalThis.refused");
      return ids.length >= 5 ? ids : undefined;
    });
    expect([...refused].sort()).toEqual([1, 2, 3, 4, 5]);
    expect(await document.saved((text) => text !== shop)).toBe(shop.replace("us-east-1", "eu-west-1"));
    await canvas.shows("edge", "web", "db");
  });

  test("can read its own folder, and nothing else of the extension", async () => {
    const { canvas } = await openBoth(window(), shop);
    const page = "document.querySelector('body script').src.replace(/[^/]*$/, '')";
    const font = `new FontFace("own", "url(" + ${page} + "codicon.woff2)").load().then(() => "read", () => "refused")`;
    const image = `new Promise((resolve) => {
      const image = new Image();
      image.onload = () => resolve("read");
      image.onerror = () => resolve("refused");
      image.src = ${page} + "../../media/icon.png";
    })`;
    expect(await canvas.frame.evaluate(font)).toBe("read");
    expect(await canvas.frame.evaluate(image)).toBe("refused");
  });
});
