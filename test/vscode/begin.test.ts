import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { templates } from "../../extension/manifest/catalog/templates";
import { until } from "./driver/until";
import { inEachVscode } from "./harness/windows";

inEachVscode("beginning", { newestOnly: true }, (window) => {
  const read = (name: string) => readFile(join(window().folder, name), "utf8");

  test("New Manifest writes a template into the folder, and shows it as text and on the canvas", async () => {
    await window().closeAll();
    await window().run("Stackwright: New Manifest…");
    await window().choose(/Web service with PostgreSQL/);
    const canvas = await window().canvas();
    await canvas.shows("edge", "web", "db");
    await window().tab("stackwright.yaml").waitFor();
    const [, ...lines] = (templates[1]?.text ?? "").split("\n");
    const [first, ...written] = (await read("stackwright.yaml")).split("\n");
    expect(first).toMatch(/^name: [a-z][a-z0-9-]*$/);
    expect(written).toEqual(lines);
  });

  test("a second one asks for its name and leaves the first as it is", async () => {
    const before = await read("stackwright.yaml");
    await window().closeAll();
    await window().run("Stackwright: New Manifest…");
    await window().choose(/^Discourse/);
    await until("the question for a name", () =>
      window()
        .answer("forum.stackwright.yaml")
        .then(() => true),
    );
    await window().tab("forum.stackwright.yaml").waitFor();
    expect(await read("forum.stackwright.yaml")).toContain("discourse/discourse:");
    expect(await read("stackwright.yaml")).toBe(before);
  });

  test("the walkthrough is offered, with a step for each part of the way", async () => {
    await window().closeAll();
    await window().run("Welcome: Open Walkthrough...");
    await window().answer("Stackwright");
    const steps = window().page.locator(".getting-started-step");
    await until("the steps", async () => (await steps.count()) === 6 || undefined);
    await steps.first().getByText("New Manifest", { exact: true }).click();
    await window().page.locator(".quick-input-list .monaco-list-row").first().waitFor();
    await window().keyboard.press("Escape");
    await until("the step to be done", () => steps.first().getByRole("checkbox", { checked: true }).isVisible());
  });
});
