import { existsSync } from "node:fs";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { until } from "./driver/until";
import { inEachVscode } from "./harness/windows";

const compose = `services:
  shop:
    image: shop:4.2
    ports: ["80:3000"]
    environment:
      DATABASE_URL: postgres://shop:\${DB_PASSWORD}@db:5432/shop
      SECRET_KEY_BASE: \${SECRET_KEY_BASE}
    depends_on: [db]
    cap_add: [SYS_NICE]
  db:
    image: postgres:16
    environment: { POSTGRES_USER: shop, POSTGRES_PASSWORD: "\${DB_PASSWORD}" }
`;

// The oldest VS Code comes without its search here, so that nothing is found in the folder.
inEachVscode("importing", { newestOnly: true }, (window) => {
  const file = (name: string) => join(window().folder, name);
  const message = () => window().page.locator(".notification-toast").filter({ hasText: "Nothing is written" });

  async function ask(folder: string, name: string, text: string): Promise<void> {
    await window().closeAll();
    await rm(file("stackwright.yaml"), { force: true });
    await mkdir(file(folder), { recursive: true });
    await writeFile(file(join(folder, name)), text);
    const row = window().page.locator(".quick-input-list .monaco-list-row", { hasText: `${folder}/${name}` });
    // The search may not have heard of the new file yet.
    await until(`${name} in the list`, async () => {
      await window().run("Stackwright: Import Application…");
      await row.waitFor({ timeout: 5_000 });
      return true;
    });
    await row.click();
  }

  test("shows a Compose file on the canvas before anything is written, and says what it did not carry", async () => {
    await ask("shop", "compose.yaml", compose);
    const canvas = await window().canvas();
    await canvas.shows("edge", "shop", "db");
    expect(existsSync(file("shop/stackwright.yaml"))).toBe(false);

    await message().getByRole("button", { name: "Show Report" }).click();
    const report = await until("the report", async () => {
      for (const frame of window().page.frames()) {
        if (await frame.getByRole("heading", { name: "Not in the manifest" }).isVisible()) return frame;
      }
      return undefined;
    });
    await report.getByRole("link", { name: "compose.yaml:9" }).click();
    await until("the line that was not carried", async () => {
      const text = await window().page.locator(".editor-instance.active, .editor-group-container.active").textContent();
      return text?.includes("cap_add") || undefined;
    });

    await message().getByRole("button", { name: "Save" }).click();
    await until("the manifest on the disk", async () => {
      const text = await readFile(file("shop/stackwright.yaml"), "utf8");
      return text.includes("image: shop:4.2") || undefined;
    });
  });

  test("refuses what nothing managed takes the place of, and keeps it as a container when asked to", async () => {
    await ask("queue", "compose.yaml", `${compose}  broker:\n    image: apache/kafka:3.9.0\n    ports: ["9092"]\n`);
    expect(await window().dialog.textContent()).toContain("Kafka");
    await window().confirm("Keep as Containers");
    const canvas = await window().canvas();
    await canvas.shows("edge", "edge-broker", "shop", "broker", "db");
    expect(existsSync(file("queue/stackwright.yaml"))).toBe(false);
  });

  test("begins an empty manifest with it, as one step", async () => {
    await ask("other", "compose.yaml", compose);
    await window().closeAll();
    const document = await window().openNew("begun.stackwright.yaml", "# Ours.\n");
    const canvas = await window().openCanvas();
    await canvas.frame.getByRole("button", { name: "Import Application…" }).click();
    await window().choose(/other\/compose\.yaml/);
    await canvas.shows("edge", "shop", "db");
    const text = await document.saved((now) => now.includes("shop:4.2"));
    expect(text).toMatch(/^# Ours\.\n/);
    await window().keyboard.press("Mod+z");
    expect(await document.saved((now) => !now.includes("shop"))).toBe("# Ours.\n");
  });
});
