import { t } from "../../manifest/l10n";
import { importCompose } from "../compose/importCompose";
import { interpolate } from "../compose/interpolate";
import { finish } from "../finish";
import { type Files, type Imported, type ImportOptions, refused } from "../imported";
import { Notes } from "../notes";
import { readValue, whyUnread } from "../readValue";
import { entriesOf, get, mapTexts } from "../value";
import { resourcesOf } from "./resources";
import { serviceOf } from "./service";
import { timersOf } from "./timers";

/** Reads a `convox.yml` of the second or third generation; the first one's was a Compose file. */
export function importConvox(file: string, text: string, files: Files, options: ImportOptions): Imported {
  const read = readValue(file, text);
  if ("problem" in read) {
    return refused({ format: "convox", file, files }, whyUnread(read));
  }
  const written = entriesOf(get(read.value, "services"));
  if (written.length === 0 || written.every(([, service]) => get(service, "ports")?.kind === "list")) {
    return importCompose(file, text, files, options);
  }
  const notes = new Notes();
  const root = mapTexts(read.value, (each) => interpolate(each, () => undefined));
  const stores = resourcesOf(get(root, "resources"), options.keepUnsupported === true, notes);
  const shared = get(root, "environment");
  const { jobs, hosts } = timersOf(get(root, "timers"), get(root, "services"), shared, notes);
  const services = entriesOf(get(root, "services"))
    .filter(([name]) => !hosts.has(name))
    .map(([name, service]) => serviceOf(name, service, shared, notes));
  for (const [key, value] of entriesOf(root)) {
    if (!["services", "resources", "timers", "environment"].includes(key))
      notes.left(value.place, key, t`It has no counterpart in a manifest.`);
  }
  return finish(
    { name: options.name ?? "app", services: [...services, ...jobs], stores, notes: notes.all },
    "convox",
    file,
    files,
  );
}
