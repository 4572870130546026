import { AxeBuilder } from "@axe-core/playwright";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { packageText } from "../packages/packageText";
import { GalleryHost } from "./harness/galleryHost";
import { Canvases, type OpenPage, type Window } from "./harness/page";
import { themeNames } from "./harness/themes";

const icon = (more = "") =>
  `icon: |\n  <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"${more}><path d="M0 0h9v9z"/></svg>\n`;
const shop = `${packageText()}${icon()}`;
const forum = packageText()
  .replace("name: shop", "name: forum")
  .replace("title: Shop", "title: Forum")
  .replace("Sells things.", "People talk, and nothing is sold.")
  .replace("components:", "deprecated: { reason: Nobody answers there. }\ncomponents:");

let canvases: Canvases;
let opened: OpenPage;
let host: GalleryHost;

beforeAll(async () => {
  canvases = await Canvases.start();
});
afterAll(() => canvases.close());
afterEach(async () => {
  expect(opened.errors).toEqual([]);
  await opened.close();
});

async function open(texts: readonly string[], options: Window = {}): Promise<void> {
  host = new GalleryHost(texts, (message) => opened.send(message));
  opened = await canvases.openPage("gallery", options, (message) => void host.receive(message));
  await opened.start();
  await opened.page.getByRole("listbox", { name: "Packages" }).waitFor();
}

describe("the page of packages", () => {
  it("lists them with their prices, those first that are called as what is searched for", async () => {
    await open([forum, shop]);
    const { page } = opened;
    await page.getByRole("option", { name: /Shop \$\d+.*\/month Sells things/ }).waitFor();
    expect(await page.getByRole("option").count()).toBe(2);
    await page.getByRole("textbox", { name: "Search packages" }).fill("SHOP");
    await page.getByText("1 package", { exact: true }).waitFor();
    await page.getByRole("textbox", { name: "Search packages" }).fill("zebra");
    await page.getByText("No package is called “zebra” or like it.").waitFor();
  });

  it("is walked through by keys", async () => {
    await open([forum, shop]);
    const { page } = opened;
    await page.getByRole("textbox", { name: "Search packages" }).focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await page.getByRole("heading", { name: "Shop" }).waitFor();
    expect(await page.getByRole("option", { selected: true }).textContent()).toContain("Shop");
    await page.keyboard.press("Home");
    await page.getByRole("heading", { name: "Forum" }).waitFor();
    await page.getByRole("note").getByText("Nobody answers there.").waitFor();
  });

  it("shows what a package becomes with other values, and installs it with them", async () => {
    await open([shop]);
    const { page } = opened;
    await page.getByRole("option", { name: /Shop/ }).click();
    const price = () => page.locator(".gallery-price").textContent();
    await expect.poll(price).toMatch(/\$\d+.* in us-east-1/);
    const before = await price();
    const tasks = page.getByRole("textbox", { name: "How many tasks run" });
    await tasks.fill("9");
    await tasks.press("Enter");
    await expect.poll(price).not.toBe(before);
    await page.getByRole("row", { name: /web.*9 tasks/ }).waitFor();
    await page.getByRole("button", { name: "Install…" }).click();
    await expect.poll(() => host.installed).toEqual([{ name: "shop", values: { greeting: "Hello", tasks: 9 } }]);
  });

  it("shows what it needs of other packages as a part of it", async () => {
    const stats = packageText()
      .replace("name: shop", "name: stats")
      .replace("title: Shop", "title: Stats")
      .replace(/components:.*/s, "")
      .concat(
        "needs: { data: { type: postgres, package: shop, version: 1.0.0, component: db } }\n",
        "components: { counter: { type: worker, image: nginx:1.29, connections: [data] } }\n",
      );
    await open([shop, stats]);
    const { page } = opened;
    await page.getByRole("option", { name: /Stats/ }).click();
    await page.getByText("With Shop, which comes along because it is needed.").waitFor();
    expect(await page.getByRole("rowheader").allTextContents()).toEqual([" web", " db", " counter"]);
  });

  it("installs nothing while a value cannot be, and says why", async () => {
    await open([shop]);
    const { page } = opened;
    await page.getByRole("option", { name: /Shop/ }).click();
    const tasks = page.getByRole("textbox", { name: "How many tasks run" });
    await tasks.fill("many");
    await tasks.press("Enter");
    await page.getByRole("alert").getByText("How many tasks run must be a whole number").waitFor();
    await page.locator("vscode-button", { hasText: "Install…" }).click({ force: true });
    await page.getByRole("table").waitFor();
    expect(host.installed).toEqual([]);
  });

  it("shows parameters under the headings of their groups, with what there is to know of each", async () => {
    await open([shop.replace("title: How many", "group: Size, description: Each costs the same., title: How many")]);
    const { page } = opened;
    await page.getByRole("option", { name: /Shop/ }).click();
    const size = page.getByRole("region", { name: "Size" });
    await size.getByRole("textbox", { name: "How many tasks run" }).waitFor();
    await size.getByText("Each costs the same.").waitFor();
    expect(await size.getByRole("textbox", { name: "What it says first" }).count()).toBe(0);
  });

  it("says what came with a link: values, and the package itself where it is from elsewhere", async () => {
    await open([shop]);
    await host.follow("shop", { tasks: 3 }, "https://git.example.com/shop");
    const { page } = opened;
    await page.getByRole("note").getByText("From https://git.example.com/shop. It is not one of those").waitFor();
    await page.getByRole("note").getByText("A link has brought you here").waitFor();
    await page.getByRole("group", { name: "How many tasks run" }).getByText("from the link").waitFor();
    expect(await page.getByRole("group", { name: "What it says first" }).getByText("from the link").count()).toBe(0);
  });

  it("shows markup as text, and an icon as a picture that runs nothing", async () => {
    const evil = shop
      .replace("title: Shop", `title: '<img src=x onerror="document.title=1">'`)
      .replace(icon(), icon(' onload="top.document.title=2"'));
    await open([evil]);
    const { page } = opened;
    await page.getByRole("option").click();
    await page.getByRole("heading", { name: '<img src=x onerror="document.title=1">' }).waitFor();
    await expect.poll(() => page.evaluate("document.querySelector('.gallery-head img').naturalWidth > 0")).toBe(true);
    expect(await page.title()).toBe("Stackwright");
  });

  it.each(themeNames.flatMap((theme) => [1280, 480].map((width) => ({ theme, width }))))(
    "has nothing that assistive technology would stumble over, $theme, $width pixels wide",
    async ({ theme, width }) => {
      await open([forum, shop], { theme, width });
      await host.follow("shop", { tasks: 300 });
      await opened.page.getByRole("alert").waitFor();
      const { violations } = await new AxeBuilder({ page: opened.page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
      expect(await opened.page.evaluate("document.documentElement.scrollWidth")).toBe(width);
    },
  );
});
