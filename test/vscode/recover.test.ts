import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { deploy, review } from "./driver/deployment";
import { shop } from "./driver/fixtures";
import { until } from "./driver/until";
import { inEachVscode } from "./harness/windows";

let attempt = 0;

/** What a resource is made to do, in the Sandbox. */
const faulty = (logicalId: string, fault: object): string =>
  `    - { op: add, path: /Resources/${logicalId}/Metadata/StackwrightSandbox, value: ${JSON.stringify(fault)} }\n`;

inEachVscode("a stack that is stuck", { newestOnly: true }, (window) => {
  const offered = () => window().page.locator(".quick-input-list .monaco-list-row");

  test("offers what its status allows and nothing else, and goes back", { timeout: 150_000 }, async () => {
    attempt += 1;
    const text = shop.replace("name: shop", `name: stuck-${attempt}`);
    const document = await window().openNew(`stuck-${attempt}.stackwright.yaml`, text);
    await deploy(window());
    await document.focus();
    const overrides = `aws:\n  overrides:\n${faulty("DbInstance", { FailRollback: "Still in use." })}${faulty("WebService", { Fail: "The container exited." })}`;
    const changed = text.replace("size: small", "size: medium").replace("nginx:1.27", "nginx:1.28");
    await writeFile(join(window().folder, document.name), `${changed}${overrides}`);
    await (await window().canvas())
      .card("db")
      .getByText(/medium/)
      .waitFor();
    const canvas = await review(window());
    await canvas.deployment.getByRole("button", { name: "Deploy", exact: true }).click();
    await canvas.deployment.getByRole("button", { name: "What Can Be Done…" }).waitFor({ timeout: 60_000 });
    // VS Code's notification stands in front of it, and has the same way.
    await window().notifications.getByRole("button", { name: "What Can Be Done…" }).click();
    await offered().first().waitFor();
    expect(await offered().count()).toBe(1);
    await window().choose(/Continue Rollback/);
    await window().choose(/Continue without whatever cannot be rolled back/);
    await window().confirm("Continue Rollback");
    await window()
      .notifications.getByText(/is what it was before/)
      .waitFor({ timeout: 60_000 });
    await document.focus();
    await window().run("Stackwright: What Can Be Done with a Stack…");
    await until("what can be done now", async () => (await offered().count()) >= 3);
    const labels = await offered().allTextContents();
    expect(labels.map((label) => label.replace(/(?:See|In the|After|What caused).*/, "")).slice(0, 4)).toEqual([
      "Plan & Deploy",
      "Look for Drift",
      "Destroy",
      "Explain Last Failure",
    ]);
  });
});
