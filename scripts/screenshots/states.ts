import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { deploy, review } from "../../test/vscode/driver/deployment";
import { shop } from "../../test/vscode/driver/fixtures";
import { gallery } from "../../test/vscode/driver/gallery";
import type { Workbench } from "../../test/vscode/driver/workbench";
import { generate } from "../bench/generate";
import { root } from "../setup/paths";

/** A state of the product that somebody sees; `show` brings a window into it. */
export interface State {
  readonly name: string;
  readonly show: (window: Workbench) => Promise<void>;
}

const sample = (name: string) => readFile(join(root, "samples", name, "stackwright.yaml"), "utf8");
const called = (name: string) => shop.replace("name: shop", `name: ${name}`);
const faulty = (logicalId: string, reason: string) =>
  `aws:\n  overrides:\n    - { op: add, path: /Resources/${logicalId}/Metadata/StackwrightSandbox, value: { Fail: "${reason}" } }\n`;

const longNames = `name: an-application-with-a-rather-long-name
components:
  the-public-entrance-of-the-application:
    type: load-balancer
    domain: [www.a-rather-long-domain-name.example.com, a-rather-long-domain-name.example.com]
    hostedZone: Z0123456789ABCDEFGHIJ
    routes: [{ to: web-frontend-of-the-application, path: /a/rather/long/path/to/match }]
  web-frontend-of-the-application:
    type: web
    image: registry.example.com/an-organisation/a-repository/an-image-name:2026.11.23-build.4711
    port: 8080
    connections: [database-of-the-application]
  database-of-the-application: { type: postgres, version: "17" }
  عربي: { type: worker, image: "busybox:1" }
`;

const placed = `${shop}  cache: { type: redis, version: "8" }
  worker: { type: worker, image: "nginx:1.27", connections: [cache] }
canvas:
  $notes:
    plan: { text: "Larger before winter:\\nask about the budget", at: [680, -220], size: [220, 90] }
  $groups:
    jobs: { title: Background jobs, components: [worker, cache] }
`;

let count = 0;

/** Leaves a window as it was before anything was opened in it. */
async function clear(window: Workbench): Promise<void> {
  await window.closeAll();
  // The command is only there where it has something to close.
  if (await window.page.locator(".part.sidebar").isVisible()) await window.run("View: Close Primary Side Bar");
}

/** Opens a manifest as text with its canvas beside it, in a window where nothing else is open. */
async function both(window: Workbench, text: string) {
  count += 1;
  await clear(window);
  const document = await window.openNew(`picture-${count}.stackwright.yaml`, text);
  const canvas = await window.openCanvas();
  await canvas.settled();
  return { document, canvas };
}

/** The main states, in the order of a first afternoon. */
export const states: readonly State[] = [
  { name: "first-run", show: async (window) => void (await both(window, "")) },
  { name: "shop", show: async (window) => void (await both(window, shop)) },
  { name: "discourse", show: async (window) => void (await both(window, await sample("discourse"))) },
  {
    name: "canvas-alone",
    show: async (window) => {
      const { document } = await both(window, await sample("rails"));
      await document.focus();
      await window.run("View: Close Editor");
      await (await window.canvas()).settled();
    },
  },
  {
    name: "inspector-web",
    show: async (window) => void (await (await both(window, await sample("rails"))).canvas.select("web")),
  },
  { name: "inspector-database", show: async (window) => void (await (await both(window, shop)).canvas.select("db")) },
  { name: "inspector-entrance", show: async (window) => void (await (await both(window, shop)).canvas.select("edge")) },
  {
    name: "connect",
    show: async (window) => {
      const { canvas } = await both(window, shop.replace("    connections: [db]\n", ""));
      await canvas.select("web");
      await window.keyboard.press("c");
      await canvas.frame.locator(".connect-bar").waitFor();
    },
  },
  {
    name: "menu",
    show: async (window) => {
      const { canvas } = await both(window, shop);
      await canvas.card("web").click({ button: "right" });
      await canvas.frame.getByRole("menu").first().waitFor();
    },
  },
  {
    name: "find",
    show: async (window) => {
      const { canvas } = await both(window, await sample("rails"));
      await canvas.press(/^Find/);
      await canvas.frame.getByRole("textbox", { name: "Find Component" }).fill("web");
    },
  },
  {
    name: "list",
    show: async (window) => void (await (await both(window, await sample("rails"))).canvas.press("Show as List")),
  },
  { name: "notes-and-groups", show: async (window) => void (await both(window, placed)) },
  { name: "long-names", show: async (window) => void (await both(window, longNames)) },
  {
    name: "problems",
    show: async (window) => {
      const wrong = shop.replace("connections: [db]", "connections: [dbb]").replace("size: small", "sise: small");
      const { canvas } = await both(window, wrong);
      await canvas.toolbar.getByRole("button", { name: /problems?$/ }).click();
    },
  },
  {
    name: "unreadable",
    show: async (window) => {
      const { document, canvas } = await both(window, shop);
      await document.typeAtEndOf(2, '\n"unclosed: [');
      await canvas.banner.first().waitFor();
    },
  },
  // Before the others that deploy: the view shows only the rows that fit.
  {
    name: "deployments",
    show: async (window) => {
      await both(window, called("looked-at"));
      await deploy(window);
      await window.run("Stackwright: Focus on Deployments View");
      await window.page.locator(".monaco-list-row", { hasText: "looked-at" }).first().waitFor();
      await window.run("Notifications: Clear All Notifications");
    },
  },
  {
    name: "plan",
    show: async (window) => {
      await both(window, called("pictured"));
      await review(window);
    },
  },
  {
    name: "plan-with-data-at-risk",
    show: async (window) => {
      const { document, canvas } = await both(window, called("risky"));
      await deploy(window);
      const without = called("risky")
        .replace(/ {2}db:\n[\s\S]*/, "")
        .replace("    connections: [db]\n", "");
      await writeFile(document.path, without);
      await canvas.card("db").waitFor({ state: "detached" });
      await review(window);
    },
  },
  {
    name: "deployed",
    show: async (window) => {
      await both(window, called("finished"));
      await deploy(window);
    },
  },
  {
    name: "changed-since",
    show: async (window) => {
      const { document } = await both(window, called("moved-on"));
      const canvas = await deploy(window);
      await document.typeAtEndOf(14, "80");
      await canvas.press("1 change since the last deployment");
    },
  },
  {
    name: "failed",
    show: async (window) => {
      await both(window, `${called("unlucky")}${faulty("WebService", "The container exited with code 1.")}`);
      const canvas = await review(window);
      await canvas.deployment.getByRole("button", { name: "Deploy", exact: true }).click();
      await canvas.deployment.getByText("Failed", { exact: true }).waitFor({ timeout: 40_000 });
      await window.run("Notifications: Clear All Notifications");
    },
  },
  {
    name: "two-hundred",
    show: async (window) => {
      const { canvas } = await both(window, generate(792).text);
      await canvas.settled();
    },
  },
  {
    name: "packages",
    show: async (window) => {
      await clear(window);
      await window.run("Stackwright: Browse Packages");
      const page = await gallery(window);
      await page.getByRole("option", { name: /WordPress.*unknown/ }).waitFor();
      await page.getByRole("option", { name: /Chatwoot/ }).click();
      await page.getByRole("table").waitFor();
    },
  },
  {
    name: "completion",
    show: async (window) => {
      const { document } = await both(window, shop);
      await document.typeAtEndOf(14, "\n");
      await window.run("Trigger Suggest");
      await window.page.locator(".suggest-widget.visible .monaco-list-row").first().waitFor();
    },
  },
];
