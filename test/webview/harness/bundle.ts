import { join } from "node:path";
import { build } from "esbuild";

/** The files of the page by their name, bundled as the extension ships them. */
export type PageFiles = ReadonlyMap<string, { readonly type: string; readonly content: Uint8Array }>;

const types: Readonly<Record<string, string>> = { js: "text/javascript", css: "text/css", ttf: "font/ttf" };

/** Bundles a page in memory; nothing is written. */
export async function bundle(entry = join("webview", "main.tsx")): Promise<PageFiles> {
  const { outputFiles } = await build({
    entryPoints: { webview: entry },
    bundle: true,
    write: false,
    minify: true,
    outdir: "dist",
    format: "iife",
    jsx: "automatic",
    loader: { ".ttf": "file" },
    define: { "process.env.NODE_ENV": '"production"' },
    logLevel: "silent",
  });
  return new Map(
    outputFiles.map((file) => {
      const name = file.path.split(/[\\/]/).at(-1) ?? "";
      return [
        name,
        { type: types[name.split(".").at(-1) ?? ""] ?? "application/octet-stream", content: file.contents },
      ];
    }),
  );
}
