import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { Canvases, type CanvasPage, type PageOptions } from "./harness/page";

const shop = `name: shop
components:
  edge:
    type: load-balancer
    routes:
      - to: web
  web:
    type: web
    image: nginx:1.29 # pinned
    port: 80
    env:
      LOG_LEVEL: info
    secrets:
      KEY: { generate: { length: 64 } }
    connections: [db]
  api:
    type: web
    image: api:1
    port: 8080
  db:
    type: postgres
    version: "17"
    size: small
environments:
  staging: {}
  production:
    components:
      db: { size: large }
`;

let canvases: Canvases;
let canvas: CanvasPage;

beforeAll(async () => {
  canvases = await Canvases.start();
});
afterAll(() => canvases.close());
afterEach(async () => {
  expect(canvas.errors).toEqual([]);
  expect(canvas.host.refused).toEqual([]);
  await canvas.close();
});

async function select(name: string, options: Partial<PageOptions> = {}): Promise<void> {
  canvas = await canvases.open({ text: shop, ...options });
  await canvas.page.locator(`.react-flow__node[data-id="${name}"]`).click();
}

const side = () => canvas.page.getByRole("complementary", { name: "Properties" });
const box = (name: string) => side().getByRole("textbox", { name, exact: true });
const text = () => canvas.host.text;
const changed = (from: string, to: string) => shop.replace(from, to);
const press = (key: string) => canvas.page.keyboard.press(key);

async function fill(name: string, value: string): Promise<void> {
  await box(name).fill(value);
  await press("Enter");
}

describe("while a card is dragged", () => {
  it("the properties stay as they are, and are the card's when it is let go", async () => {
    await select("web");
    await box("Image").waitFor();
    const db = await canvas.page.locator('.react-flow__node[data-id="db"] .card-icon').boundingBox();
    const { x, y } = db ?? { x: 0, y: 0 };
    await canvas.page.mouse.move(x + 4, y + 4);
    await canvas.page.mouse.down();
    await canvas.page.mouse.move(x + 60, y + 40, { steps: 5 });
    await canvas.page.locator('.react-flow__node.selected[data-id="db"]').waitFor();
    expect(await box("Image").isVisible()).toBe(true);
    await canvas.page.mouse.up();
    await expect.poll(() => box("Name").inputValue()).toBe("db");
    expect(await box("Image").count()).toBe(0);
    await expect.poll(text).toMatch(/canvas:\n +db:/);
  });
});

describe("a text field", () => {
  it("is written on Enter, and nothing else with it", async () => {
    await select("web");
    await fill("Image", "nginx:1.30");
    await expect.poll(text).toBe(changed("nginx:1.29", "nginx:1.30"));
  });

  it("is written when the focus leaves it, as one edit", async () => {
    await select("web");
    await box("Image").click();
    await press("End");
    await canvas.page.keyboard.type("-alpine");
    await press("Tab");
    await expect.poll(text).toBe(changed("nginx:1.29", "nginx:1.29-alpine"));
    expect(canvas.host.edits).toHaveLength(1);
  });

  it("goes back on Escape, and nothing is written", async () => {
    await select("web");
    await box("Image").fill("other");
    await press("Escape");
    await expect.poll(() => box("Image").inputValue()).toBe("nginx:1.29");
    await press("Tab");
    expect(canvas.host.edits).toEqual([]);
  });

  it("undoes typing in itself, and leaves the rest to VS Code", async () => {
    await select("web");
    await canvas.page.evaluate(
      "window.undos = 0; window.addEventListener('keydown', (e) => { if (e.key === 'z' && e.ctrlKey) window.undos++; })",
    );
    await box("Image").click();
    await press("Control+z");
    expect(await canvas.page.evaluate("window.undos")).toBe(1);
    await canvas.page.keyboard.type("x");
    await press("Control+z");
    expect(await canvas.page.evaluate("window.undos")).toBe(1);
    await expect.poll(() => box("Image").inputValue()).toBe("nginx:1.29");
  });

  it("shows what the text says when it changes there", async () => {
    await select("web");
    await canvas.host.write(changed("nginx:1.29", "caddy:2"));
    await expect.poll(() => box("Image").inputValue()).toBe("caddy:2");
  });

  it("shows its problem with the words of the text", async () => {
    await select("web", { text: changed("nginx:1.29", '"not an image"') });
    const problem = canvas.page.locator(".field", { hasText: "Image" }).locator(".field-message");
    await problem.waitFor();
    await canvas.page.getByRole("button", { name: /problem/ }).click();
    await canvas.page
      .getByRole("dialog")
      .getByText(await problem.innerText())
      .waitFor();
  });
});

describe("the name", () => {
  it("is changed wherever it is mentioned, and stays selected", async () => {
    await select("web");
    await fill("Name", "site");
    await expect.poll(text).toBe(changed("  web:", "  site:").replace("to: web", "to: site"));
    await expect.poll(() => box("Name").inputValue()).toBe("site");
  });

  it.each([
    ["db", "already"],
    ["Web Site", "Lower-case"],
  ])("cannot be %s, and says why", async (name, reason) => {
    await select("web");
    await box("Name").fill(name);
    await side().getByText(reason).waitFor();
    await press("Enter");
    // The field goes back to what it was; the reason stays to be read.
    await canvas.page.getByRole("alert").filter({ hasText: reason }).waitFor();
    expect(canvas.host.edits).toEqual([]);
  });
});

describe("other fields", () => {
  it("refuses a number beyond its limits", async () => {
    await select("web");
    await fill("Port", "70000");
    await side().getByText("at most 65535").waitFor();
    expect(canvas.host.edits).toEqual([]);
    await side().getByRole("textbox", { name: /^Port/ }).fill("8080");
    await press("Enter");
    await expect.poll(text).toBe(changed("port: 80\n", "port: 8080\n"));
  });

  it("writes a choice, and takes it out again by its first entry", async () => {
    await select("web");
    await side().getByRole("combobox", { name: "CPU" }).click();
    await side().getByRole("option", { name: "2 vCPU · 4 GiB to 16 GiB" }).click();
    await expect.poll(text).toContain("    cpu: 2\n");
    await side().getByRole("combobox", { name: "CPU" }).click();
    await side().getByRole("option", { name: "0.25 (default)" }).click();
    await expect.poll(text).toBe(shop);
  });

  it("offers likely values for a text", async () => {
    await select("web");
    await box("Memory").click();
    await side().getByRole("option", { name: "2Gi" }).click();
    await expect.poll(text).toContain("    memory: 2Gi\n");
  });

  it("writes a switch", async () => {
    await select("db");
    await side().getByRole("checkbox", { name: "High availability" }).click();
    await expect.poll(text).toContain("    highAvailability: true\n");
    await side().getByRole("button", { name: "Reset High availability" }).click();
    await expect.poll(text).toBe(shop);
  });

  it("changes, adds and removes a variable", async () => {
    await select("web");
    await fill("Value of LOG_LEVEL", "debug");
    await expect.poll(text).toContain("LOG_LEVEL: debug");
    await fill("Add to Environment variables", "TZ");
    await fill("Value of TZ", "UTC");
    await expect.poll(text).toMatch(/LOG_LEVEL: debug\n {6}TZ: UTC\n/);
    await side().getByRole("button", { name: "Remove LOG_LEVEL" }).click();
    await expect.poll(text).not.toContain("LOG_LEVEL");
  });

  it("adds a secret that is generated, and makes it an existing one", async () => {
    await select("web");
    await fill("Add to Secrets", "TOKEN");
    await expect.poll(text).toMatch(/TOKEN: ?\{? ?(\n *)?generate: \{\}/);
    await side().getByRole("combobox", { name: "Where TOKEN comes from" }).click();
    await side().getByRole("option", { name: "Existing" }).last().click();
    await fill("Name or ARN of TOKEN", "shop/token");
    await expect.poll(text).toContain("from: shop/token");
  });

  it("connects and disconnects from the keyboard's side", async () => {
    await select("api");
    await side().getByRole("combobox", { name: "Connect to" }).click();
    await side().getByRole("option", { name: "db" }).click();
    expect(text()).toBe(shop);
    await side().getByRole("button", { name: "Connect", exact: true }).click();
    await expect.poll(text).toMatch(/port: 8080\n {4}connections: .*db/);
    await side().getByRole("button", { name: "Remove db" }).click();
    await expect.poll(text).toBe(shop);
  });

  it("shows what a connection will do, and makes it with the chosen prefix", async () => {
    await select("api", { text: shop.replace("    port: 8080\n", "    port: 8080\n    env: { DB_URL: sqlite }\n") });
    await side().getByRole("combobox", { name: "Connect to" }).click();
    await side().getByRole("option", { name: "db" }).click();
    const preview = side().getByRole("group", { name: "New connection to db" });
    await expect.poll(() => preview.textContent()).toContain("Opens the way from api to port 5432 of db.");
    const variables = preview.getByRole("list", { name: "Variables that api gets" });
    expect(await variables.getByRole("listitem").count()).toBe(6);
    expect(await preview.getByRole("alert").textContent()).toContain("DB_URL is among the variables already");
    await preview.getByRole("textbox", { name: "Prefix of the variables of db" }).fill("ORDERS");
    await expect.poll(() => variables.textContent()).toContain("ORDERS_PASSWORD");
    expect(await preview.getByRole("alert").count()).toBe(0);
    await preview.getByRole("button", { name: "Connect" }).click();
    await expect.poll(text).toMatch(/connections:[^-]*db: ?\{? ?\n? *as: ORDERS/);
    expect(canvas.host.edits).toHaveLength(1);
  });

  it("offers the memory that goes with the CPU", async () => {
    await select("web", { text: shop.replace("    port: 80\n", "    port: 80\n    cpu: 2\n") });
    await box("Memory").click();
    const offered = await side().getByRole("option").allTextContents();
    expect(offered).toEqual([
      "4Gi",
      "5Gi",
      "6Gi",
      "7Gi",
      "8Gi",
      "9Gi",
      "10Gi",
      "11Gi",
      "12Gi",
      "13Gi",
      "14Gi",
      "15Gi",
      "16Gi",
    ]);
  });

  it("takes the memory along to a CPU that it does not go with, in one step", async () => {
    await select("web", { text: shop.replace("    port: 80\n", "    port: 80\n    cpu: 1\n    memory: 2Gi\n") });
    await side().getByRole("combobox", { name: "CPU" }).click();
    await side().getByRole("option", { name: "4 vCPU · 8 GiB to 30 GiB" }).click();
    await expect.poll(text).toContain("    cpu: 4\n    memory: 8Gi\n");
    expect(canvas.host.edits).toHaveLength(1);
  });

  it("gives a connection a prefix", async () => {
    await select("web");
    await fill("Prefix of the variables of db", "MAIN");
    await expect.poll(text).toMatch(/as: MAIN/);
  });

  it("makes a fixed scale automatic", async () => {
    await select("web");
    await side().getByRole("radio", { name: "Automatic" }).click();
    await expect.poll(text).toMatch(/scale:[\s\S]*min: 1[\s\S]*max: 2/);
    await fill("Scale: Maximum", "9");
    await expect.poll(text).toMatch(/max: 9/);
  });

  it("makes a shell command a list and back", async () => {
    await select("web");
    await fill("Command", "bin/run all");
    await expect.poll(text).toContain("command: bin/run all");
    await side().getByRole("radio", { name: "List" }).first().click();
    await expect.poll(text).toMatch(/command: ?\[?[\s\S]*bin\/run[\s\S]*all/);
    await side().getByRole("radio", { name: "Shell" }).first().click();
    await expect.poll(text).toContain("command: bin/run all");
  });

  it("adds a route and gives it a path", async () => {
    await select("edge");
    await side().getByRole("button", { name: "Add Route" }).click();
    await fill("Route 2: Path", "/api");
    await expect.poll(text).toMatch(/path: \/api/);
  });
});

describe("an environment", () => {
  it("has its own side of the switch, which edits only the override", async () => {
    await select("db", { environment: "production" });
    await side().getByRole("radio", { name: "production" }).click();
    expect(await box("Size").inputValue()).toBe("large");
    await side().getByText("Base: small").waitFor();
    await fill("Size", "xlarge");
    await expect.poll(text).toBe(changed("size: large", "size: xlarge"));
  });

  it("gives a field back to the base", async () => {
    await select("db", { environment: "production" });
    await side().getByRole("radio", { name: "production" }).click();
    await side().getByRole("button", { name: "Use the base value of Size" }).click();
    await expect.poll(text).not.toContain("large");
    expect(await box("Size").getAttribute("placeholder")).toBe("Base: small");
  });

  it("is not written when one only looks at it", async () => {
    await select("db", {
      environment: "production",
      text: changed("{ size: large }", "{ size: large, highAvailability: true }"),
    });
    await side().getByRole("radio", { name: "production" }).click();
    await side().getByText("Overridden here").first().waitFor();
    await side().getByRole("radio", { name: "Base" }).click();
    await canvas.page.locator('.react-flow__node[data-id="web"]').click();
    await side().getByText("Web service").first().waitFor();
    expect(canvas.host.edits).toEqual([]);
  });

  it("is chosen in the toolbar", async () => {
    await select("db");
    await canvas.page.getByRole("combobox", { name: "Environment" }).click();
    await canvas.page.getByRole("option", { name: "production" }).click();
    await expect
      .poll(() => canvas.host.received.at(-1))
      .toEqual({ type: "chooseEnvironment", environment: "production" });
  });
});

describe("with nothing selected", () => {
  const app = async (options: Partial<PageOptions> = {}) => {
    canvas = await canvases.open({ text: shop, ...options });
    await box("Region").waitFor();
  };

  it("the application is named and gets a region", async () => {
    await app();
    await fill("Name", "store");
    await expect.poll(text).toBe(changed("name: shop", "name: store"));
    await fill("Region", "eu-west-1");
    await expect.poll(text).toContain("\nregion: eu-west-1\n");
  });

  it("an environment is added, and another one renamed where it stands", async () => {
    await app();
    await fill("Add an environment", "preview");
    await expect.poll(text).toBe(`${shop}  preview: {}\n`);
    await fill("Name of staging", "test");
    await expect.poll(text).toBe(`${changed("  staging: {}", "  test: {}")}  preview: {}\n`);
  });

  it("a name that an environment cannot have is refused before anything is written", async () => {
    await app();
    await box("Add an environment").fill("production");
    await expect.poll(() => side().textContent()).toContain("“production” exists already.");
    await press("Enter");
    expect(canvas.host.edits).toEqual([]);
  });

  it("an environment is removed, and one is looked at", async () => {
    await app();
    await side().getByRole("button", { name: "Show production on the canvas" }).click();
    await expect
      .poll(() => canvas.host.received.at(-1))
      .toEqual({ type: "chooseEnvironment", environment: "production" });
    await side().getByRole("button", { name: "Remove staging" }).click();
    await expect.poll(text).toBe(changed("  staging: {}\n", ""));
  });

  it("an environment's own settings are written to it alone", async () => {
    await app();
    await side().getByRole("button", { name: "Settings of production" }).click();
    await fill("Account", "111122223333");
    await expect.poll(text).toContain('      db: { size: large }\n    account: "111122223333"\n');
    await side().getByRole("checkbox", { name: "Protected" }).click();
    await expect.poll(text).toContain("    protected: true\n");
  });

  it("the network's ways out are offered with their prices, and chosen from there", async () => {
    await app({ prices: {} });
    await side().getByRole("button", { name: "Network" }).click();
    const group = side().getByRole("radiogroup", { name: "What each way out of the network costs" });
    await group.getByRole("radio", { name: /^public/ }).click();
    await expect.poll(text).toMatch(/network:\n {2}egress: public/);
  });

  it("a problem of the application stands at its field", async () => {
    await app({ text: changed("name: shop", "name: Shop") });
    const name = side().getByRole("group", { name: "Name", exact: true });
    await expect.poll(() => name.locator(".field-message").textContent()).toMatch(/lower-case/i);
  });
});
