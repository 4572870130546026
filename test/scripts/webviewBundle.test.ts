import { createContext, runInContext } from "node:vm";
import { build } from "esbuild";
import { describe, expect, test } from "vitest";
import { webviewOptions } from "../../scripts/build/webview";

async function bundle(format: "esm" | "iife"): Promise<string> {
  const { outputFiles = [] } = await build({
    ...webviewOptions({ production: false }),
    format,
    write: false,
    outdir: "out",
  });
  return outputFiles.find(({ path }) => path.endsWith("webview.js"))?.text ?? "";
}

describe("the page's first file", () => {
  test("has its modules in one scope, none wrapped in a function of its own", async () => {
    const code = await bundle("esm");
    expect(code).toContain("openBridge");
    expect(code.match(/^var init_\w+ = /gm) ?? []).toEqual([]);
  });

  test("asks the host for the picture before anything else of it has run but to learn its language", async () => {
    const sent: unknown[] = [];
    const page = createContext({
      acquireVsCodeApi: () => ({ postMessage: (message: unknown) => sent.push({ ...(message as object) }) }),
      document: { documentElement: { lang: "en", dataset: {} } },
    });
    // The document has no elements: whatever draws ends here.
    expect(() => runInContext("globalThis.window = globalThis", page)).not.toThrow();
    const code = await bundle("iife");
    expect(() => runInContext(code, page)).toThrow();
    expect(sent).toEqual([{ type: "ready" }]);
  });
});
