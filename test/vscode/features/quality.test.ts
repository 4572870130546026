import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { expect } from "vitest";
import { shop } from "../driver/fixtures";
import { until } from "../driver/until";
import { inEachVscode } from "../harness/windows";
import { complaint, feature, openBoth, openText } from "./scenario";

const cards = ["edge", "web", "db"] as const;

inEachVscode("the canvas as a part of VS Code", { newestOnly: true }, (window) => {
  feature(51, async () => {
    const foreign: string[] = [];
    const { page } = window();
    const own = new URL(page.url()).host;
    page.on("request", (request) => {
      const { host, protocol } = new URL(request.url());
      // VS Code serves webviews from addresses of its own, which its service worker answers on this machine.
      const isLocal =
        host === own || host.endsWith(".vscode-cdn.net") || host.endsWith(".vscode-resource.vscode-cdn.net");
      if (/^(https?|wss?):$/.test(protocol) && !isLocal) foreign.push(request.url());
    });
    const { canvas } = await openBoth(window());
    await canvas.shows(...cards);
    await canvas.select("web");
    await canvas.inspector.getByRole("textbox", { name: "Image", exact: true }).waitFor();
    const loaded = await canvas.frame.evaluate(() =>
      performance.getEntriesByType("resource").map((entry: { readonly name: string }) => new URL(entry.name).host),
    );
    expect(loaded.filter((host) => !host.endsWith(".vscode-cdn.net") && host !== own)).toEqual([]);
    expect(foreign).toEqual([]);
  });

  feature(52, async () => {
    const { canvas } = await openBoth(window());
    await canvas.shows(...cards);
    const policy = await canvas.frame.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute("content");
    expect(policy).toMatch(/^default-src 'none'/);
    expect(policy).not.toMatch(/unsafe/);
    expect(policy).toMatch(/script-src[^;]*'nonce-[A-Za-z0-9+/=]{16,}'/);
    // The browser holds to it: a script that got into the page all the same does not run.
    const ran = await canvas.frame.evaluate(() => {
      const page = globalThis as unknown as {
        readonly document: {
          createElement(tag: string): { textContent: string };
          readonly body: { append(element: unknown): void };
        };
        intruder?: boolean;
      };
      const script = page.document.createElement("script");
      script.textContent = "globalThis.intruder = true";
      page.document.body.append(script);
      return page.intruder === true;
    });
    expect(ran).toBe(false);
  });

  feature(53, async () => {
    const { canvas } = await openBoth(window());
    await canvas.shows(...cards);
    const background = () =>
      canvas
        .card("web")
        .locator(".card")
        .first()
        .evaluate((card) => {
          const { getComputedStyle } = globalThis as unknown as {
            getComputedStyle(element: unknown): { readonly backgroundColor: string; readonly borderTopColor: string };
          };
          const { backgroundColor, borderTopColor } = getComputedStyle(card);
          return `${backgroundColor} ${borderTopColor}`;
        });
    const seen = new Set<string>();
    for (const [theme, marker] of [
      ["Dark Modern", "vscode-dark"],
      ["Dark High Contrast", "vscode-high-contrast"],
      ["Light High Contrast", "vscode-high-contrast-light"],
      ["Light Modern", "vscode-light"],
    ] as const) {
      await window().showTheme(theme);
      await canvas.frame.locator(`body.${marker}`).waitFor();
      seen.add(await background());
    }
    expect(seen.size).toBe(4);
    // The same page all the while: nothing had to be opened anew.
    await canvas.shows(...cards);
  });

  feature(55, async () => {
    const { canvas } = await openBoth(window());
    await canvas.shows(...cards);
    const announced = canvas.frame.locator('[role="status"], [aria-live="polite"]');
    const said = (words: RegExp) =>
      until(`${words} to be announced`, async () =>
        (await announced.allTextContents()).some((text) => words.test(text)),
      );
    await canvas.select("db");
    await window().keyboard.press("Delete");
    await said(/db .*removed|db removed/);
    await canvas.select("web");
    await window().keyboard.press("ArrowDown");
    await said(/web moved/);
  });

  feature(56, async () => {
    const { canvas } = await openBoth(window());
    await canvas.shows(...cards);
    await canvas.press("Zoom Out");
    await canvas.press("Zoom Out");
    await canvas.press("Hide Properties");
    await canvas.settled();
    const view = await canvas.frame.locator(".react-flow__viewport").getAttribute("style");
    const isAsItWas = async () => {
      const again = await window().canvas();
      await again.shows(...cards);
      expect(await again.frame.locator(".react-flow__viewport").getAttribute("style")).toBe(view);
      await again.toolbar.getByRole("button", { name: "Show Properties" }).waitFor();
    };
    // Hidden behind another tab, the page is gone; it comes back as it was.
    await window().run("File: New Untitled Text File");
    await until("a hidden canvas", async () => (await window().canvases()).length === 0);
    await window().run("View: Close Editor");
    await isAsItWas();
    // And so it does when the window is loaded anew.
    await window().reload();
    await isAsItWas();
  });

  feature(59, async () => {
    const { canvas } = await openBoth(window());
    await canvas.select("web");
    const quickInput = window().page.locator(".quick-input-widget:visible");
    for (const chord of ["F1", "Mod+p", "Mod+Shift+p"]) {
      await canvas.select("web");
      await window().keyboard.press(chord);
      await quickInput.waitFor();
      await window().keyboard.press("Escape");
      await quickInput.waitFor({ state: "hidden" });
    }
  });

  complaint(3, async () => {
    const { document, canvas } = await openBoth(window());
    await canvas.select("db");
    await window().keyboard.press("Delete");
    await canvas.shows("edge", "web");
    await window().run("File: New Untitled Text File");
    await until("a hidden canvas", async () => (await window().canvases()).length === 0);
    await window().run("View: Close Editor");
    await (await window().canvas()).shows("edge", "web");
    expect(await document.saved((text) => text !== shop)).not.toContain("postgres");
    // Renamed while it is open and has changes, it keeps them under its other name.
    await (await window().canvas()).select("edge");
    await window().keyboard.press("Delete");
    const renamed = document.path.replace("scenario", "renamed");
    await window().renameActive(document.name, basename(renamed));
    // VS Code opens what was renamed as text, in the canvas's place too; the work is in the text, so none of it is gone.
    await (await window().openCanvas()).shows("web");
    await until("the renamed file", async () => {
      await window().keyboard.press("Mod+s");
      return !(await readFile(renamed, "utf8")).includes("load-balancer");
    });
  });

  complaint(10, async () => {
    const { document, canvas } = await openBoth(window());
    await canvas.drag("web", { x: 30, y: 90 });
    const place = await canvas.placeOf("web");
    const text = await document.saved((now) => now !== shop);
    await window().closeAll();
    await window().open(document.name);
    const again = await window().openCanvas();
    await again.shows(...cards);
    expect(await again.placeOf("web")).toBe(place);
    expect(await document.onDisk()).toBe(text);
  });

  complaint(15, async () => {
    const document = await openText(window());
    // It is found where one looks: above the text, in the editor's title, and among the commands.
    await window()
      .page.locator(".codelens-decoration a", { hasText: /open canvas/i })
      .first()
      .click();
    const canvas = await window().canvas();
    await canvas.shows(...cards);
    await window().run("View: Close Editor");
    await document.focus();
    await window().page.locator('.editor-actions [aria-label*="Open Canvas"]').first().click();
    await (await window().canvas()).shows(...cards);
  });
});

inEachVscode("the canvas in Restricted Mode", { newestOnly: true, restricted: true }, (window) => {
  feature(57, async () => {
    const { document, canvas } = await openBoth(window());
    await canvas.shows(...cards);
    await canvas.select("web");
    await canvas.fill("Port", "8080");
    await document.saved((text) => text.includes("port: 8080"));
    const deploy = canvas.toolbar.getByRole("button", { name: /Plan & Deploy/ });
    expect(await deploy.isDisabled().catch(() => true)).toBe(true);
    expect(await window().offers("Stackwright: Plan & Deploy…")).toBe(false);
  });
});
