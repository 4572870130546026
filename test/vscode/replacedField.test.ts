import { test } from "vitest";
import { deploy } from "./driver/deployment";
import { shop } from "./driver/fixtures";
import { inEachVscode } from "./harness/windows";

/** A stack of its own for each, since what was deployed stays. */
let attempt = 0;

inEachVscode("a field whose change makes something anew", {}, (window) => {
  test("says so after a deployment, where it is written, until it is taken back", async () => {
    attempt += 1;
    const text = shop.replace("name: shop", `name: kept-${attempt}`);
    const document = await window().openNew(`kept-${attempt}.stackwright.yaml`, text);
    await deploy(window());
    await document.typeAtEndOf(14, "\nspot: true");
    await window().run("Problems: Focus on Problems View");
    const problem = window()
      .page.locator(".markers-panel")
      .getByText(/makes anew what .spot., which was .false. when/);
    await problem.first().waitFor();
    await document.focus();
    await window().keyboard.press("Mod+z");
    await problem.first().waitFor({ state: "detached" });
  });
});
