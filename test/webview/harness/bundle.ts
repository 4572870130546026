import { join, relative, sep } from "node:path";
import { build } from "esbuild";
import { webviewOptions } from "../../../scripts/build/webview";
import { root } from "../../../scripts/setup/paths";

/** The files of the page by their name, bundled as the extension ships them. */
export type PageFiles = ReadonlyMap<string, { readonly type: string; readonly content: Uint8Array }>;

const types: Readonly<Record<string, string>> = { js: "text/javascript", css: "text/css", woff2: "font/woff2" };

/** Bundles a page in memory; nothing is written. */
export async function bundle(entry = join("webview", "main.tsx")): Promise<PageFiles> {
  const options = webviewOptions({ production: true });
  const { outputFiles } = await build({
    ...options,
    entryPoints: { ...options.entryPoints, webview: entry },
    write: false,
    outdir: "dist",
    logLevel: "silent",
  });
  return new Map(
    outputFiles.map((file) => {
      const name = relative(join(root, "dist"), file.path).split(sep).join("/");
      return [
        name,
        { type: types[name.split(".").at(-1) ?? ""] ?? "application/octet-stream", content: file.contents },
      ];
    }),
  );
}
