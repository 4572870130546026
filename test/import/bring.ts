import { Files, type Imported, type ImportOptions, type Manifested } from "../../extension/import/imported";
import { importFrom } from "../../extension/import/importFrom";
import type { App } from "../../extension/manifest/app";
import { openManifest } from "../../extension/manifest/manifest";

/** Imports the first of the files; those that it asks for and that are not there stay missing. */
export function bring(files: Readonly<Record<string, string>>, options: ImportOptions = { name: "shop" }): Imported {
  const [file = ""] = Object.keys(files);
  return importFrom(file, new Files(new Map(Object.entries(files))), options);
}

/** The same, for files that have to become a manifest. */
export function manifestOf(files: Readonly<Record<string, string>>, options?: ImportOptions): Manifested {
  const imported = bring(files, options);
  if (imported.kind === "refused") throw new Error(imported.reason);
  return imported;
}

/** A Compose file's services, indented by nothing. */
export const services = (text: string): string => `services:\n${text.trim().replaceAll(/^/gm, "  ")}\n`;

export function compose(
  text: string,
  more: Readonly<Record<string, string>> = {},
  options?: ImportOptions,
): Manifested {
  return manifestOf({ "compose.yaml": services(text), ...more }, options);
}

export function appOf({ text }: Manifested): App {
  const manifest = openManifest(text);
  const app = manifest.appFor();
  if (app === undefined) throw new Error(manifest.problems.map(({ message }) => message).join("\n"));
  return app;
}

/** `compose.yaml:3 web.ports left` and the sentence, for each note. */
export const told = ({ notes }: Imported): readonly string[] =>
  notes.map(
    ({ kind, place, component, field, text }) =>
      `${place.file}:${place.line} ${component ?? "-"}.${field} ${kind}: ${text}`,
  );
