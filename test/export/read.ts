import type { App } from "../../extension/manifest/app";
import { openManifest } from "../../extension/manifest/manifest";
import { exportTargets } from "../../extension/targets/export/all";
import type { Exported, Note } from "../../extension/targets/export/exported";
import { fieldOf } from "../../extension/targets/export/fieldOf";

/** The model of a manifest's text. Its problems are the error when it has any. */
export function read(text: string, environment?: string): App {
  const manifest = openManifest(text);
  const app = manifest.appFor(environment);
  if (app === undefined) throw new Error(manifest.problems.map(({ message }) => message).join("\n"));
  return app;
}

/** A manifest with these components, as YAML, indented by nothing. */
export function shop(components: string, rest = ""): string {
  const indented = components.trim().replaceAll(/^/gm, "  ");
  return `name: shop\nregion: eu-west-1\ncomponents:\n${indented}\n${rest}`;
}

export function exportAs(id: string, app: App, manifestFolder = ".."): Exported {
  const target = exportTargets.find((each) => each.id === id);
  if (target === undefined) throw new Error(`There is no target ${id}.`);
  return target.write(app, { manifestFolder });
}

/** `field: text` of each note. */
export const told = ({ notes }: Exported): readonly string[] => notes.map(lineOf);

const lineOf = (note: Note): string => `${fieldOf(note)}: ${note.text}`;

/** The fields that were told of, sorted, each once. */
export const fieldsTold = ({ notes }: Exported): readonly string[] => [...new Set(notes.map(fieldOf))].sort();
