import type { App, Component } from "../../extension/manifest/app";
import { openManifest } from "../../extension/manifest/manifest";

/** The model of a manifest that has no errors. */
export function appOf(text: string, environment: string): App {
  const manifest = openManifest(text);
  const app = manifest.appFor(environment);
  if (!app) throw new Error(JSON.stringify(manifest.problems.filter(({ severity }) => severity === "error")));
  return app;
}

/** The first component of a type. */
export function componentOf(app: App, type: string): Component {
  const found = [...app.components.values()].find((component) => component.type === type);
  if (!found) throw new Error(`There is no ${type}.`);
  return found;
}

/** A table of Markdown. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(head), `|${head.map(() => "---|").join("")}`, ...rows.map(line)].join("\n");
}
