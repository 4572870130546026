import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Plan, PlannedChange } from "../../extension/deploy/types";
import { plan, planned, succeeded } from "./deployments";
import { Canvases, type CanvasPage } from "./harness/page";

const shop = `name: shop
components:
  edge: { type: load-balancer, routes: [{ to: web }] }
  web: { type: web, image: nginx:1.29, port: 80, connections: [db] }
  db: { type: postgres, version: "17" }
`;

let canvases: Canvases;
let canvas: CanvasPage;
beforeAll(async () => {
  canvases = await Canvases.start();
});
afterAll(() => canvases.close());
beforeEach(async () => {
  canvas = await canvases.open({ text: shop });
  await canvas.page.locator(".card").first().waitFor();
});
afterEach(async () => {
  expect(canvas.errors).toEqual([]);
  await canvas.close();
});

function added(logicalId: string, label: string, component?: string): PlannedChange {
  const from = component === undefined ? {} : { component, path: ["components", component] };
  return { action: "add", logicalId, resourceType: "AWS::Any::Thing", label, properties: [], ...from };
}

const show = (changes: Plan["changes"]) => canvas.host.deploy({ ...planned, plan: { ...plan, changes } });
const group = (name: string) => canvas.page.locator(".change-group").filter({ hasText: name });

describe("a plan on the panel", () => {
  it("stands in the order of the canvas, what is shared last", async () => {
    await show([added("Vpc", "network"), added("Db", "database", "db"), added("Lb", "load balancer", "edge")]);
    const names = canvas.page.locator(".change-group .owner-name");
    await names.nth(2).waitFor();
    expect(await names.allTextContents()).toEqual(["edge", "db", "Shared by all components"]);
  });

  it("says which component was renamed, what that does, and what can be done instead", async () => {
    const rename = {
      from: "db",
      to: "main",
      text: "db was renamed to main: this replaces 6 resources. Those of db are removed, and main gets new ones.",
      ways: ["To replace nothing, discard this plan and rename main back to db in the manifest.", "Another way."],
    };
    await canvas.host.deploy({ ...planned, plan: { ...plan, renames: [rename] } });
    const note = canvas.page.locator(".rename");
    await note.waitFor();
    expect(await note.locator("p").textContent()).toBe(rename.text);
    expect(await note.locator("li").allTextContents()).toEqual(rename.ways);
  });

  it("unfolds what is only added, with one row for many of a kind", async () => {
    await show([added("A", "subnet", "db"), added("B", "subnet", "db"), added("C", "database", "db")]);
    const row = group("db").getByText("2 subnets");
    expect(await row.isVisible()).toBe(false);
    await group("db").getByRole("button", { expanded: false }).click();
    await row.waitFor();
  });

  it("keeps what is replaced open, first, and without a way to fold it", async () => {
    await show([...plan.changes, added("Lb", "load balancer", "edge")]);
    await group("db").getByText("A last snapshot of its data is kept.").waitFor();
    expect(await canvas.page.locator(".change-group .owner-name").first().textContent()).toBe("db");
    expect(await group("db").locator("[aria-expanded]").count()).toBe(0);
  });

  it("leads from a row to its place in the manifest", async () => {
    await show(plan.changes);
    await group("db").getByRole("button", { name: "Show in Text" }).click();
    await expect.poll(() => canvas.host.received.at(-1)).toEqual({ type: "reveal", path: ["components", "db"] });
  });
});

describe("the outputs on the panel", () => {
  it("have the address first, to open and to copy", async () => {
    await canvas.host.deploy(succeeded);
    await canvas.page.getByRole("button", { name: "Open Address of edge" }).click();
    await expect.poll(() => canvas.host.received.at(-1)).toEqual({ type: "openOutput", key: "Url" });
    await canvas.page.getByRole("button", { name: "Copy Address of edge" }).click();
    await expect.poll(() => canvas.host.received.at(-1)).toEqual({ type: "copyOutput", key: "Url" });
  });

  it("say whose each is", async () => {
    await canvas.host.deploy(succeeded);
    await canvas.page.getByRole("button", { name: "Copy Database host of db" }).waitFor();
  });
});
