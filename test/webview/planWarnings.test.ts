import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Plan } from "../../extension/deploy/types";
import type { DeploymentView } from "../../extension/protocol/messages";
import { failed, plan, planned } from "./deployments";
import { Canvases, type CanvasPage } from "./harness/page";

const shop = `name: shop
components:
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

const show = (more: Partial<Plan>, view: Partial<DeploymentView> = {}) =>
  canvas.host.deploy({ ...planned, ...view, plan: { ...plan, ...more } });
const press = (name: string) => canvas.page.getByRole("button", { name, exact: true }).click();
const lastSent = () => canvas.host.received.at(-1);

describe("a plan that needs a look", () => {
  it("says who reaches more, and leads to the line", async () => {
    const path = ["components", "web"];
    await show({
      widened: [{ kind: "network", text: "The internet can reach port 22 of web.", logicalId: "W", path }],
    });
    const box = canvas.page.getByRole("region", { name: "Access gets wider" });
    await box.getByText("The internet can reach port 22 of web.").waitFor();
    await box.getByRole("button", { name: "Show in Text" }).click();
    await expect.poll(lastSent).toEqual({ type: "reveal", path });
  });

  it("says what CloudFormation warns of", async () => {
    await show({ findings: [{ severity: "warning", text: "It is not empty.", logicalId: "Files" }] });
    await canvas.page.getByRole("region", { name: "CloudFormation warns" }).getByText("It is not empty.").waitFor();
  });

  it("says how long it takes, of the Sandbox how long it would take on AWS", async () => {
    await show({ duration: { usual: 480, longest: 1500, because: "database" } });
    await canvas.page.getByText("On AWS this takes about 8 to 25 minutes.").waitFor();
  });

  it("is opened as Markdown and as JSON", async () => {
    await show({});
    await press("Markdown");
    await expect.poll(lastSent).toEqual({ type: "exportPlan", format: "markdown" });
    await press("JSON");
    await expect.poll(lastSent).toEqual({ type: "exportPlan", format: "json" });
  });

  it("is made again with one click when the manifest has changed, and can still be deployed", async () => {
    await show({ protected: false, dataRisks: [] }, { stale: "manifest" });
    await canvas.page.getByText("The manifest has changed since this plan was made.").waitFor();
    expect(await canvas.page.locator(".panel-footer").getByText("Deploy", { exact: true }).isEnabled()).toBe(true);
    await press("Plan Again");
    await expect.poll(lastSent).toEqual({ type: "deploy" });
  });

  it("says that it will ask when the environment is protected or data is at stake", async () => {
    for (const more of [
      { protected: true, dataRisks: [] },
      { protected: false, dataRisks: ["It is deleted."] },
    ]) {
      await show(more);
      await canvas.page.locator(".panel-footer").getByText("Deploy…").waitFor();
    }
  });
});

describe("a failure with what the task said", () => {
  it("shows the end of the log, and is copied as Markdown", async () => {
    const task = { id: "0123abcd", at: "2026-11-23T02:00:00Z", reason: "Essential container in task exited" };
    const failure = {
      ...failed.failure,
      code: "container-exited",
      message: "m",
      fix: "f",
      task,
      log: ["boom at line 7"],
    };
    await canvas.host.deploy({ ...failed, failure } as DeploymentView);
    await canvas.page.getByText("boom at line 7").waitFor();
    await press("Copy as Markdown");
    await expect.poll(lastSent).toEqual({ type: "copyFailure" });
  });
});
