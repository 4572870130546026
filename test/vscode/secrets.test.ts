import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { deploy, plan } from "./driver/deployment";
import { shop } from "./driver/fixtures";
import { storedInBrowser } from "./driver/storedInBrowser";
import { until } from "./driver/until";
import { stage } from "./harness/stage";
import { inEachVscode } from "./harness/windows";

/** What somebody may write into a manifest against all advice, each to be told from the others. */
const planted = { token: "planted-token-41ce77", password: "planted-password-d09b", address: "planted-address-e6a2" };

const manifest = shop.replace("name: shop", "name: secretive").replace(
  "    port: 80\n",
  `    port: 80
    env:
      API_TOKEN: ${planted.token}
      ADMIN_PASSWORD: ${planted.password}
      UPSTREAM: https://ann:${planted.address}@example.com/hook
`,
);

/** The person's own text, which VS Code keeps for them; the cloud, which has what it was given; what is installed. */
const foreign = /[\\/](?:History|Backups|extensions|CachedExtensionVSIXs)[\\/]|[\\/]sandbox[\\/]/;

/** Every file that VS Code, its logs and the extension have written. */
async function writtenFiles(folder: string): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const texts = files
    .filter((file) => !foreign.test(file))
    .map(async (file): Promise<[string, string]> => [file, await readFile(file, "latin1").catch(() => "")]);
  return new Map(await Promise.all(texts));
}

inEachVscode("secrets in a manifest", { newestOnly: true }, (window) => {
  test("stand in nothing that the editor writes: log, setting, state of an extension or a page", {
    timeout: 180_000,
  }, async () => {
    const document = await window().openNew("secretive.stackwright.yaml", manifest);
    const canvas = await deploy(window());
    await canvas.select("web");
    await canvas.fill("Image", "nginx:1.28");
    await document.saved((now) => now.includes("nginx:1.28"));
    expect(await plan(window())).not.toMatch(/planted/);
    await window().confirm("Review on Canvas");
    await canvas.deployment.getByRole("button", { name: "Discard" }).click();
    await window().run("Stackwright: Show Deployment Log");
    await window().reload();
    await until("the restored canvas", async () => (await window().canvases()).length > 0, 30_000);

    const { dataFolder } = stage().servers.newest;
    const files = await writtenFiles(dataFolder);
    expect([...files.keys()].filter((file) => /Stackwright.*\.log$/.test(file))).not.toEqual([]);
    expect([...files.values()].some((text) => text.includes("secretive-default"))).toBe(true);
    const leaks = [...files].filter(([, text]) => text.includes("planted-")).map(([file]) => file);
    expect(leaks).toEqual([]);

    const stored = await storedInBrowser(window().page);
    expect([...stored.values()].join("\n")).toContain("stackwright");
    expect([...stored].filter(([, text]) => text.includes("planted-")).map(([place]) => place)).toEqual([]);
  });
});
