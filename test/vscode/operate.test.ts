import { test } from "vitest";
import { deploy } from "./driver/deployment";
import { DeploymentsView } from "./driver/deploymentsView";
import { shop } from "./driver/fixtures";
import { inEachVscode } from "./harness/windows";

/** Somebody has made the database highly available by hand, past the manifest. */
const drifted = `${shop.replace("name: shop", "name: operated")}aws:
  overrides:
    - { op: add, path: /Resources/DbInstance/Metadata/StackwrightSandbox, value: { Drift: { MultiAZ: true } } }
`;

inEachVscode("what is deployed, from the Deployments view", { newestOnly: true }, (window) => {
  const name = "operated.stackwright.yaml";
  const web = /^web, /;
  const choose = async (view: DeploymentsView, row: RegExp, item: string) => view.choose(view.row(row), item);

  test("is restarted, scaled, and given a command to run, each after its question", { timeout: 150_000 }, async () => {
    await window().openNew(name, drifted);
    await deploy(window());
    const view = await DeploymentsView.open(window());
    await view.row(/^web, 1 of 1 task/).waitFor();

    await choose(view, web, "Restart…");
    await window().dialog.getByText("New tasks are started first").waitFor();
    await window().confirm("Restart");
    await view.row(/^web, 1 of 1 task/).waitFor();

    await choose(view, web, "Scale…");
    await window().answer("3", 15_000);
    await view.row(/^web, 3 of 3 task/).waitFor({ timeout: 30_000 });

    await choose(view, web, "Run Command Once…");
    await window().answer('bin/rails runner "puts 1"', 15_000);
    const output = window().page.locator(".part.panel .view-lines");
    await output.getByText("Ended with exit code 0").first().waitFor({ timeout: 30_000 });
    await output.getByText('$ bin/rails runner "puts 1"').first().waitFor();
  });

  test("is compared with what is there, and the manifest takes over what it can say", async () => {
    const text = await window().open(name);
    const view = await DeploymentsView.open(window());
    await choose(view, /^operated-default/, "Check for Drift");
    await view.row(/^Drift, 1/).waitFor({ timeout: 30_000 });
    await view.expand(/^Drift/);
    const difference = /^db: MultiAZ/;
    await view.row(difference).waitFor();
    await view.press(difference, "Take Real Value into Manifest");
    await text.saved((now) => now.includes("    highAvailability: true\n"));
  });
});
