import { expect, test } from "vitest";
import { deploy } from "./driver/deployment";
import { DeploymentsView } from "./driver/deploymentsView";
import { shop } from "./driver/fixtures";
import { until } from "./driver/until";
import type { Workbench } from "./driver/workbench";
import { inEachVscode } from "./harness/windows";

const name = "shop.stackwright.yaml";

/** Waits for the question whether to deploy, says yes, and waits until it is done. */
async function carryOut(window: Workbench): Promise<void> {
  await window.dialog.waitFor({ timeout: 30_000 });
  await window.confirm(/^Deploy/);
  const canvas = await window.canvas();
  await canvas.deployment.getByText("Deployed", { exact: true }).waitFor({ timeout: 40_000 });
}

inEachVscode("the Deployments view", { newestOnly: true }, (window) => {
  test("shows the components of what is deployed, their resources, the outputs and the history", async () => {
    await window().openNew(name, shop);
    await deploy(window());
    const view = await DeploymentsView.open(window());
    await view.row(/^shop-default.*Sandbox.*CREATE_COMPLETE/).waitFor();
    await view.expand(/^web/);
    await view.row(/^Service, WebService/).waitFor();
    await view.expand(/^Outputs/);
    await view.row(/^Address of edge, https:\/\/shop\.example\.com/).waitFor();
    await view.expand(/^History/);
    await view.row(/deploy.*succeeded/).waitFor();
  });

  test("copies an output", async () => {
    const view = await DeploymentsView.open(window());
    await view.press(/^Address of edge/, "Copy");
    await until("the address in the clipboard", async () => {
      const read = () => window().page.evaluate(() => Reflect.get(globalThis, "navigator").clipboard.readText());
      return (await read()) === "https://shop.example.com";
    });
  });

  test("follows a second deployment, and compares the manifest of the first with what it is now", async () => {
    const text = await window().open(name);
    // The view has the focus, and keys that it does not know go wherever they like.
    await text.focus();
    await text.typeAtEndOf(14, "\ncpu: 0.5");
    await text.saved((now) => now.includes("\n    cpu: 0.5\n"));
    await deploy(window());
    const view = await DeploymentsView.open(window());
    await view.row(/^shop-default.*UPDATE_COMPLETE/).waitFor();
    await until("both deployments", async () => (await view.deployments.count()) === 2);
    await view.choose(view.deployments.last(), "Compare Manifest with Now");
    const diff = window().page.locator(".monaco-diff-editor");
    await diff.locator(".modified .view-line", { hasText: "cpu: 0.5" }).first().waitFor();
    expect(await diff.locator(".original .view-line", { hasText: "cpu: 0.5" }).count()).toBe(0);
  });

  test("deploys the first again, after the same question as ever, and leaves the manifest as it is", async () => {
    const view = await DeploymentsView.open(window());
    await view.choose(view.deployments.last(), "Redeploy This Revision");
    await carryOut(window());
    await until("three deployments", async () => (await view.deployments.count()) === 3);
    const text = await window().open(name);
    expect(await text.onDisk()).toContain("cpu: 0.5");
  });

  test("follows the log of a component beside the code", async () => {
    const view = await DeploymentsView.open(window());
    await view.row(/^web, \d+ of \d+ task/).waitFor();
    await view.press(/^web, /, "Follow Log");
    const output = window().page.locator(".part.panel .view-lines");
    await output.getByText("Listening on port 80").first().waitFor({ timeout: 30_000 });
  });
});
