import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Frame } from "playwright-core";
import { expect, test } from "vitest";
import { packageText } from "../packages/packageText";
import { gitRepository } from "../packages/sources/gitRepository";
import { gitServer } from "../packages/sources/gitServer";
import { gallery } from "./driver/gallery";
import { until } from "./driver/until";
import { inEachVscode } from "./harness/windows";

inEachVscode("packages", {}, (window) => {
  const file = (name: string) => join(window().folder, name);

  async function browse(): Promise<Frame> {
    await window().closeAll();
    for (const name of ["stackwright.yaml", "stackwright.lock"]) await rm(file(name), { force: true });
    await window().run("Stackwright: Browse Packages");
    return gallery(window());
  }

  test("are found, looked at, and installed as a manifest with its lock and its canvas", async () => {
    const page = await browse();
    await page.getByRole("option", { name: /Discourse.*\/month/ }).waitFor();
    await page.getByRole("textbox", { name: "Search packages" }).fill("forum");
    await page.getByRole("status").getByText("1 package", { exact: true }).waitFor();
    await page.getByRole("option", { name: /Discourse/ }).click();
    await page.getByRole("row", { name: /cache.*\$/ }).waitFor();
    await page.getByRole("button", { name: "Install…" }).click();
    await until("the lock", async () => {
      // Other manifests are in the folder, which a VS Code without a search does not find.
      await window().chooseIfOffered("New Manifest…");
      return existsSync(file("stackwright.lock"));
    });
    const canvas = await window().canvas();
    await canvas.shows("edge", "web", "db", "cache");
    expect(await readFile(file("stackwright.yaml"), "utf8")).toContain("name: discourse");
    expect(JSON.parse(await readFile(file("stackwright.lock"), "utf8"))).toMatchObject({
      lockVersion: 1,
      packages: { discourse: { version: "1.0.0", range: "^1.0.0", components: { db: "db" } } },
    });
  });

  test("take the values of a form, tell what cannot be, and come into a manifest as one step", async () => {
    await window().closeAll();
    await rm(file("stackwright.lock"), { force: true });
    const before = "name: ours\n\ncomponents:\n  web:\n    type: web\n    image: nginx:1.29\n    port: 80\n";
    const document = await window().openNew("ours.stackwright.yaml", before);
    await window().run("Stackwright: Browse Packages");
    const page = await gallery(window());
    await page.getByRole("option", { name: /Discourse/ }).click();
    const port = page.getByRole("textbox", { name: /mail server's port/ });
    await port.fill("70000");
    await port.press("Enter");
    await page.getByText("from 1 to 65535").waitFor();
    expect(await page.locator("vscode-button", { hasText: "Install…" }).getAttribute("disabled")).not.toBeNull();
    await port.fill("2525");
    await port.press("Enter");
    await page.getByText("from 1 to 65535").waitFor({ state: "hidden" });
    // A page that was hidden and comes back is another page.
    await window().tab("ours.stackwright.yaml").click();
    await window().run("Stackwright: Browse Packages");
    const again = await gallery(window());
    await expect.poll(() => again.getByRole("textbox", { name: /mail server's port/ }).inputValue()).toBe("2525");
    await again.getByRole("button", { name: "Install…" }).click();
    await window().choose("Add to ours.stackwright.yaml");
    const canvas = await window().canvas();
    await canvas.shows("web", "edge", "web-2", "db", "cache");
    expect(await document.onDisk()).toContain("2525");
    expect(JSON.parse(await readFile(file("stackwright.lock"), "utf8"))).toMatchObject({
      packages: { discourse: { parameters: { smtpPort: 2525 }, components: { web: "web-2" } } },
    });
  });

  test("are opened by a link, which only shows what it would install", async () => {
    await browse();
    await window().run("Developer: Open URL");
    await window().answer(
      "vscode://stackwright.stackwright/install?package=discourse&set=smtpPort=2525&set=unheard=of&command=evil",
      10_000,
    );
    await window().confirm("Open");
    const page = await gallery(window());
    await page.getByRole("heading", { name: "Discourse" }).waitFor();
    await page.getByRole("note").getByText("nothing has been done yet").waitFor();
    await page
      .getByRole("group", { name: /mail server's port/ })
      .getByText("from the link")
      .waitFor();
    expect(existsSync(file("stackwright.lock"))).toBe(false);
    await window().closeAll();
    await window().run("Developer: Open URL");
    await window().answer("vscode://stackwright.stackwright/install?package=../../evil", 10_000);
    await window().confirm("Open");
    await window().notifications.filter({ hasText: "The link names no package" }).waitFor();
  });

  test("come from a repository that a link names, with what they need, once a person has agreed to fetch them from there", async () => {
    const folder = await mkdtemp(join(tmpdir(), "stackwright-repositories-"));
    const repository = gitRepository(join(folder, "shop"));
    await repository.begin();
    const needs = "needs: { stats: { type: postgres, package: umami, version: 1.0.0, component: db } }\ncomponents:";
    const text = packageText()
      .replace("components:", needs)
      .replace("DATABASE:", "STATS: ${{ stats.host }}\n      DATABASE:");
    await repository.commit({ "packages/shop/stackwright.package.yaml": text });
    const server = await gitServer(folder);
    const address = `${server.url}/shop/.git#main,path:packages/shop`;
    const follow = async (button: string) => {
      await window().run("Developer: Open URL");
      const link = `vscode://stackwright.stackwright/install?repository=${encodeURIComponent(address)}&set=tasks=3`;
      await window().answer(link, 10_000);
      await window().confirm("Open");
      await window().dialog.getByText("Fetch a package from 127.0.0.1?").waitFor();
      await window().confirm(button);
    };
    try {
      await window().closeAll();
      await rm(file("stackwright.lock"), { force: true });
      await follow("Cancel");
      await window().openNew("fetched.stackwright.yaml", "name: fetched\n");
      await follow("Fetch and Show");
      const page = await gallery(window());
      await page.getByRole("note").getByText("It is not one of those that come with Stackwright").waitFor();
      await page.getByRole("group", { name: "How many tasks run" }).getByText("from the link").waitFor();
      await page.getByText("With Umami, which comes along because it is needed.").waitFor();
      await page.getByRole("button", { name: "Install…" }).click();
      await window().choose("Add to fetched.stackwright.yaml");
      await (await window().canvas()).shows("edge", "web", "db", "web-2", "db-2");
      expect(JSON.parse(await readFile(file("stackwright.lock"), "utf8"))).toMatchObject({
        packages: { shop: { source: address, parameters: { tasks: 3 }, shared: { stats: "db" } }, umami: {} },
      });
    } finally {
      await server.close();
      await rm(folder, { recursive: true });
    }
  });
});
