import { join } from "node:path";
import type { BuildOptions } from "esbuild";
import { root } from "../setup/paths";
import { coreLater } from "./coreLater";
import { fetched } from "./fetched";
import { leanSchema } from "./leanSchema";
import { deployLater, separate, sharePrices } from "./separate";
import { shakeSdk } from "./shakeSdk";
import { vscodeOnce } from "./vscodeOnce";
import { webviewOptions } from "./webview";
import { yamlBundle, yamlLater } from "./yamlLater";

export interface Bundle {
  readonly name: string;
  readonly options: BuildOptions;
  /** Gets the executable bit. */
  readonly executable?: true;
  /** Parts of a path that must not be in it, since each user would pay for them at every start. */
  readonly forbidden?: readonly string[];
}

/** Every file of code in `dist/`. */
export function bundles({ production }: { readonly production: boolean }): readonly Bundle[] {
  const shared: BuildOptions = {
    absWorkingDir: root,
    bundle: true,
    minify: production,
    sourcemap: production ? false : "linked",
    logLevel: "warning",
    legalComments: "none",
    charset: "utf8",
    define: { "process.env.NODE_ENV": JSON.stringify(production ? "production" : "development") },
  };
  const node: BuildOptions = {
    ...shared,
    platform: "node",
    target: "node20",
    format: "cjs",
    define: {},
    // The modules of the AWS SDK are smaller, and can be shaken, in this order.
    mainFields: ["module", "main"],
    alias: {
      // For the same reason. The package keeps its modules to browsers; they are the same code.
      yaml: join(root, "node_modules", "yaml", "browser", "index.js"),
    },
    // `import()` becomes `require`, which VS Code hooks, on all its versions.
    supported: { "dynamic-import": false },
  };
  const one = (name: string, entry: string, options: BuildOptions): Bundle => ({
    name,
    options: { ...options, entryPoints: { [name]: entry }, outdir: join(root, "dist") },
  });
  const heavy = ["@aws-sdk", "@smithy", "extension/sandbox", "extension/deploy/engine"];
  return [
    {
      ...one("extension", "extension/main.ts", {
        ...node,
        plugins: [separate, deployLater, coreLater, vscodeOnce, yamlLater],
      }),
      forbidden: [...heavy, "extension/manifest/syntax", "extension/language/complete", "schemas/"],
    },
    one("core", "extension/language/core.ts", { ...node, plugins: [leanSchema, yamlLater] }),
    { name: "yaml", options: { ...node, ...yamlBundle, outfile: join(root, "dist", "yaml.js") } },
    {
      ...one("web", "extension/main.web.ts", {
        ...shared,
        platform: "browser",
        target: "es2022",
        format: "cjs",
        supported: { "dynamic-import": false },
        plugins: [fetched, coreLater, vscodeOnce, yamlLater],
      }),
      forbidden: [...heavy, "extension/manifest/syntax", "extension/language/complete", "schemas/"],
    },
    one("deploy", "extension/deploy/bundle.ts", { ...node, plugins: [sharePrices, coreLater, shakeSdk, yamlLater] }),
    {
      ...one("deployments", "extension/vscode/deployments/bundle.ts", {
        ...node,
        plugins: [separate, coreLater, vscodeOnce],
      }),
      forbidden: [...heavy, "extension/vscode/language", "node_modules/yaml"],
    },
    {
      ...one("import", "extension/vscode/import/bundle.ts", { ...node, plugins: [coreLater, vscodeOnce, yamlLater] }),
      forbidden: heavy,
    },
    {
      ...one("gallery", "extension/vscode/gallery/bundle.ts", { ...node, plugins: [coreLater, vscodeOnce] }),
      forbidden: [...heavy, "extension/manifest/syntax", "node_modules"],
    },
    {
      ...one("repository", "extension/vscode/gallery/repository/bundle.ts", { ...node, plugins: [coreLater] }),
      forbidden: [...heavy, "extension/manifest/syntax"],
    },
    {
      ...one("platforms", "extension/vscode/platforms/bundle.ts", {
        ...node,
        plugins: [separate, sharePrices, coreLater, vscodeOnce, yamlLater],
      }),
      forbidden: heavy,
    },
    { ...one("price", "extension/targets/aws/price/all.ts", { ...node, plugins: [coreLater] }), forbidden: heavy },
    {
      ...one("export", "extension/targets/export/bundle.ts", { ...node, plugins: [sharePrices, coreLater, yamlLater] }),
      forbidden: heavy,
    },
    {
      ...one("cli", "extension/cli/main.ts", {
        ...node,
        plugins: [separate, coreLater, yamlLater],
        banner: { js: "#!/usr/bin/env node" },
      }),
      executable: true,
    },
    {
      name: "webview",
      options: {
        ...webviewOptions({ production }),
        sourcemap: production ? false : "linked",
        logLevel: "warning",
        // A folder of its own: the page can read it, and nothing else of the extension.
        outdir: join(root, "dist", "webview"),
      },
    },
  ];
}
