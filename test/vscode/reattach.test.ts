import { expect, test } from "vitest";
import { review } from "./driver/deployment";
import { shop } from "./driver/fixtures";
import { inEachVscode } from "./harness/windows";

inEachVscode("a window that is loaded anew while it deploys", { newestOnly: true, speed: 2 }, (window) => {
  test("follows the deployment again by itself, and tells its end", { timeout: 180_000 }, async () => {
    await window().closeAll();
    await window().openNew("again.stackwright.yaml", shop.replace("name: shop", "name: again"));
    const before = await review(window());
    await before.deployment.getByRole("button", { name: "Deploy", exact: true }).click();
    await before.deployment.getByText(/Creating [1-9]\d* of/).waitFor({ timeout: 40_000 });
    await window().reload();
    const canvas = await window().canvas();
    await canvas.deployment.getByText("Deployed", { exact: true }).waitFor({ timeout: 90_000 });
    await canvas.deployment.getByText(/^again-default is deployed/).waitFor();
    expect(await canvas.card("db").textContent()).toContain("Created");
  });
});
