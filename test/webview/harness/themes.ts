import { readFileSync } from "node:fs";
import { join } from "node:path";

export type ThemeName = "light" | "dark" | "high-contrast" | "high-contrast-light";
export const themeNames: readonly ThemeName[] = ["light", "dark", "high-contrast", "high-contrast-light"];

/** The tokens of a default theme as VS Code 1.139 gives them to a webview, by their CSS name. */
export function themeTokens(theme: ThemeName): Readonly<Record<string, string>> {
  return JSON.parse(readFileSync(join(import.meta.dirname, "themes", `${theme}.json`), "utf8"));
}

/** A script that dresses the page as VS Code dresses a webview: tokens on the root, the kind of theme on the body. */
export function themeStyle(theme: ThemeName): string {
  const kind = theme.startsWith("high") ? theme : `vscode-${theme}`;
  const classes = { light: "vscode-light", dark: "vscode-dark" }[theme as "light" | "dark"];
  const names =
    classes ?? (theme === "high-contrast" ? "vscode-high-contrast" : "vscode-high-contrast vscode-high-contrast-light");
  return `
    (() => {
      const tokens = ${JSON.stringify(themeTokens(theme))};
      const dress = () => {
        for (const [name, value] of Object.entries(tokens)) document.documentElement.style.setProperty(name, value);
        document.body.className = ${JSON.stringify(names)};
        document.body.dataset.vscodeThemeKind = ${JSON.stringify(kind.startsWith("vscode-") ? kind : `vscode-${kind}`)};
      };
      if (document.body) dress();
      else document.addEventListener("DOMContentLoaded", dress);
    })();
  `;
}
