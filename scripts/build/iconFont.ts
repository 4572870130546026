import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "esbuild";
import subsetFont from "subset-font";
import { root } from "../setup/paths";

const dist = join(root, "node_modules", "@vscode", "codicons", "dist");
/** Where icons are called by their names: the page, and the types of components. */
const sources = ["webview", join("extension", "protocol"), "schemas"];
const rule = /^\.codicon-([a-z0-9-]+):before \{ content: "\\([0-9a-f]+)" \}$/gm;

/** The icons that the page can show, by name, with the character that each is in the font. */
export function usedIcons(): ReadonlyMap<string, string> {
  const words = new Set(sources.flatMap((folder) => wordsIn(join(root, folder))));
  const all = readFileSync(join(dist, "codicon.css"), "utf8").matchAll(rule);
  const used = [...all].filter(([, name = ""]) => words.has(name));
  return new Map(used.map(([, name = "", code = ""]) => [name, String.fromCodePoint(Number.parseInt(code, 16))]));
}

/**
 * Ships of VS Code's icons those that the page can show: all of them are a twentieth of the whole package. A name counts
 * wherever it stands as a text of its own or behind `codicon-`; one too many does no harm.
 */
export const iconFont: Plugin = {
  name: "icon-font",
  setup({ onLoad, onResolve }) {
    onLoad({ filter: /codicons[\\/]dist[\\/]codicon\.css$/ }, async ({ path }) => {
      const icons = usedIcons();
      const contents = readFileSync(path, "utf8")
        .replace(rule, (line, name: string) => (icons.has(name) ? line : ""))
        .replace(/url\("[^"]*"\) format\("truetype"\)/, 'url("icon-font:codicon.woff2") format("woff2")');
      return { contents, loader: "css" };
    });
    onResolve({ filter: /^icon-font:/ }, ({ path }) => ({ path: path.split(":")[1] ?? "", namespace: "icon-font" }));
    onLoad({ filter: /.*/, namespace: "icon-font" }, async () => {
      const font = readFileSync(join(dist, "codicon.ttf"));
      const contents = await subsetFont(font, [...usedIcons().values()].join(""), { targetFormat: "woff2" });
      return { contents, loader: "file" };
    });
  },
};

function wordsIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.(?:tsx?|css|json)$/.test(file))
    .flatMap((file) => [...readFileSync(join(folder, file), "utf8").matchAll(/(?:["'`]|codicon-)([a-z0-9-]+)/g)])
    .flatMap(([, word]) => word ?? []);
}
