import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { missing, stage, versions } from "./harness/stage";

/** What was installed from the package, file by file, from the extension's folder. */
async function installedFiles(dataFolder: string): Promise<readonly string[]> {
  const extensions = join(dataFolder, "extensions");
  const folder = (await readdir(extensions)).find((name) => name.startsWith("stackwright.stackwright-"));
  expect(folder, `there is no Stackwright in ${extensions}`).toBeDefined();
  const files = await readdir(join(extensions, folder ?? ""), { recursive: true, withFileTypes: true });
  return files.flatMap((file) =>
    file.isFile() ? [join(file.parentPath, file.name).slice(join(extensions, folder ?? "").length + 1)] : [],
  );
}

describe.skipIf(missing)(`the package${missing ? `. Skipped: ${missing}` : ""}`, () => {
  test.each(missing ? [] : versions)(
    "installs in the %s VS Code, with all that it runs and nothing else",
    async (version) => {
      const files = (await installedFiles(stage().servers[version].dataFolder)).map((file) =>
        file.split("\\").join("/"),
      );
      const run = [
        "extension.js",
        "core.js",
        "web.js",
        "deploy.js",
        "deployments.js",
        "export.js",
        "gallery.js",
        "import.js",
        "packages.json",
        "platforms.js",
        "yaml.js",
        "price.js",
        "repository.js",
        "webview/webview.js",
        "webview/controls.js",
        "webview/webview.css",
        "webview/codicon.woff2",
        "specification.json.br",
      ];
      expect(files.filter((file) => file.startsWith("dist/")).sort()).toEqual(run.map((name) => `dist/${name}`).sort());
      expect(files).toContain("syntaxes/stackwright.tmLanguage.json");
      expect(
        files.filter((file) => /^(node_modules|test|scripts|extension|webview)\/|\.(ts|tsx|map)$/.test(file)),
      ).toEqual([]);
    },
  );
});
