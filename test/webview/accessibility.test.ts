import { AxeBuilder } from "@axe-core/playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { deploying, failed, planned, succeeded } from "./deployments";
import { Canvases, type CanvasPage } from "./harness/page";
import { themeNames } from "./harness/themes";

const shop = `name: shop
components:
  edge: { type: load-balancer, routes: [{ to: web, path: /app }] }
  web: { type: web, image: nginx:1.29, port: 80, connections: [db], env: { A: "1" }, secrets: { KEY: { generate: {} } } }
  db: { type: postgres, version: "17" }
environments:
  staging: {}
  production: { components: { db: { size: large } } }
`;

let canvases: Canvases;
beforeAll(async () => {
  canvases = await Canvases.start();
});
afterAll(() => canvases.close());

const states: Readonly<Record<string, (canvas: CanvasPage) => Promise<void>>> = {
  "a topology": async () => {},
  "a form": async ({ page }) => {
    await page.locator('.react-flow__node[data-id="web"]').click();
    await page.getByRole("button", { name: "More" }).click();
    await page.getByRole("radio", { name: "staging" }).click();
  },
  "a connection before it is made": async ({ page }) => {
    await page.locator('.react-flow__node[data-id="web"]').click();
    await page.getByRole("button", { name: "db", exact: true }).click();
    await page.getByRole("list", { name: "Variables that web gets" }).waitFor();
  },
  "base and environment side by side": async ({ page }) => {
    await page.locator('.react-flow__node[data-id="db"]').click();
    await page.getByRole("radio", { name: "Both" }).click();
  },
  "several components": async ({ page }) => {
    await page.locator('.react-flow__node[data-id="web"]').click();
    await page.locator('.react-flow__node[data-id="db"]').click({ modifiers: ["Control"] });
    await page.getByText("2 components selected").waitFor();
  },
  "an empty manifest": async ({ host, page }) => {
    await host.write("");
    await page.getByRole("heading", { name: "Design your application" }).waitFor();
  },
  "what was edited": async ({ host, page }) => {
    await host.write(host.text.replace("nginx:1.29", "nginx:1.30"));
    await page.getByRole("button", { name: /since the last deployment/ }).click();
  },
  "a load balancer's form": async ({ page }) => page.locator('.react-flow__node[data-id="edge"]').click(),
  "the list of problems": async ({ page }) => page.getByRole("button", { name: /problem/ }).click(),
  "a menu in a menu": async ({ page }) => {
    await page.locator('.react-flow__node[data-id="web"]').click();
    await page.locator('.react-flow__node[data-id="db"]').click({ modifiers: ["Shift"] });
    await page.keyboard.press("Shift+F10");
    await page.getByRole("menuitem", { name: "Align" }).hover();
    await page.getByRole("menuitem", { name: "Top" }).waitFor();
  },
  "the list of shortcuts": async ({ page }) => {
    await page.keyboard.press("?");
    await page.getByRole("dialog").waitFor();
  },
  "connecting from the keyboard": async ({ page }) => {
    await page.locator('.react-flow__node[data-id="edge"]').click();
    await page.keyboard.press("Shift+C");
    await page.locator('.react-flow__node[data-id="web"]').click();
    await page.keyboard.press("c");
  },
  "groups and notes, locked": async ({ host, page }) => {
    await host.write(
      `${host.text}canvas:\n  $locked: true\n  $groups: { a: { title: Backend, components: [web] } }\n  $notes: { b: { text: Words, at: [0, 300] } }\n`,
    );
    await page.locator(".note").click();
  },
  "the title of a group": async ({ page }) => {
    await page.locator('.react-flow__node[data-id="web"]').click();
    await page.keyboard.press("Control+g");
    await page.locator(".group-title-field").waitFor();
  },
  "a plan": ({ host }) => host.deploy(planned),
  "a deployment": ({ host }) => host.deploy(deploying),
  "a failure": ({ host }) => host.deploy(failed),
  "a success": ({ host }) => host.deploy(succeeded),
  "a text that cannot be read": ({ host }) => host.write(`${host.text}  broken: [1`),
  "an empty application": ({ host }) => host.write("name: shop\ncomponents: {}\n"),
};

describe.each(themeNames)("axe finds nothing in the %s theme", (theme) => {
  it.each(Object.keys(states))("in %s", async (name) => {
    const canvas = await canvases.open({ text: shop, deployed: shop, theme });
    try {
      await canvas.page.locator(".card").first().waitFor();
      await states[name]?.(canvas);
      const { violations } = await new AxeBuilder({ page: canvas.page })
        // What cannot be read is greyed on purpose; it is inactive.
        .exclude(".canvas.stale")
        .analyze();
      const found = violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join("\n   ")}`,
      );
      expect(found).toEqual([]);
      expect(canvas.errors).toEqual([]);
    } finally {
      await canvas.close();
    }
  });
});

describe("from the keyboard", () => {
  it("Tab goes from the toolbar over palette and canvas to the properties", async () => {
    const canvas = await canvases.open({ text: shop });
    await canvas.page.locator(".card").first().waitFor();
    const areas: string[] = [];
    for (let press = 0; press < 40 && areas.at(-1) !== "right"; press++) {
      await canvas.page.keyboard.press("Tab");
      const area = await canvas.page.evaluate(
        "(() => { const e = document.activeElement; return ['toolbar','palette','canvas','right'].find((n) => e?.closest('.' + n)) ?? '' })()",
      );
      // Between two areas is what resizes them.
      if (typeof area === "string" && area !== "" && area !== areas.at(-1)) areas.push(area);
    }
    expect(areas).toEqual(["toolbar", "palette", "canvas", "right"]);
    await canvas.close();
  });

  it("says what happened, once", async () => {
    const canvas = await canvases.open({ text: shop });
    await canvas.page.getByRole("button", { name: "Add Redis" }).click();
    await canvas.page.getByRole("status").getByText("Redis redis added.").waitFor();
    expect(
      await canvas.page.locator("[aria-live='polite'], [aria-live='assertive']").filter({ hasText: /./ }).count(),
    ).toBe(1);
    await canvas.close();
  });
});
