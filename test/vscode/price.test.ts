import { join } from "node:path";
import { expect, test } from "vitest";
import { until } from "./driver/until";
import { inEachVscode } from "./harness/windows";

const shop = `name: shop
region: us-east-1
components:
  jobs:
    type: worker
    image: example/jobs:1
    cpu: 1
    memory: 2Gi
  db:
    type: postgres
    version: "17"
    size: small
environments:
  staging: {}
  production:
    components:
      db: { size: medium }
`;

/** Where to keep pictures of what a person sees. */
const pictures = process.env["STACKWRIGHT_PICTURES"];

inEachVscode("prices", {}, (window) => {
  const lens = (text: string) => window().page.locator(".codelens-decoration a").filter({ hasText: text }).first();
  const look = async (name: string) => {
    if (pictures !== undefined) await window().picture(join(pictures, `${name}.png`));
  };

  test("stand above the manifest, its environments and its components", async () => {
    await window().openNew("price.stackwright.yaml", shop);
    await lens("staging: ≈ $99/month").waitFor();
    await lens("≈ $26/month").waitFor();
    await lens("≈ $36/month").waitFor();
    expect(await lens("≈ $123/month").textContent()).toBe("≈ $123/month");
    await look("lens");
  });

  test("follow the text", async () => {
    const document = await window().openNew("price-typed.stackwright.yaml", shop);
    await lens("≈ $26/month").waitFor();
    await document.goTo(12);
    await window().keyboard.press("End", "Backspace", "Backspace", "Backspace", "Backspace", "Backspace");
    await window().keyboard.type("micro");
    await lens("≈ $15/month").waitFor();
  });

  test("are listed item by item by the command, which leads to the text", async () => {
    await window().openNew("price-list.stackwright.yaml", shop);
    await lens("≈ $99/month").click();
    const rows = window().page.locator(".quick-input-list .monaco-list-row");
    await rows.filter({ hasText: "CPU of Fargate: 1 vCPU" }).first().waitFor();
    await look("list");
    await window().choose("CPU of Fargate: 1 vCPU");
    await until("the cursor at the component", async () =>
      window().page.locator(".statusbar-item").filter({ hasText: "Ln 4," }).isVisible(),
    );
  });

  test("are on the canvas, which shows those of the chosen environment", async () => {
    await window().openNew("price-canvas.stackwright.yaml", shop);
    const canvas = await window().openCanvas();
    await canvas.shows("jobs", "db");
    const button = canvas.toolbar.locator(".price-button");
    await button.filter({ hasText: "$99/month" }).waitFor();
    await look("canvas");
  });
});
