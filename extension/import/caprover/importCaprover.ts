import { t } from "../../manifest/l10n";
import { Context } from "../compose/context";
import { draftOf } from "../compose/importCompose";
import { loadServices } from "../compose/load";
import { finish } from "../finish";
import { type Files, type Imported, type ImportOptions, refused } from "../imported";
import { Notes } from "../notes";
import { readValue, whyUnread } from "../readValue";
import { mark } from "../unset";
import { get, itemsOf, type MapValue, mapTexts, textAt, textOf, type Value } from "../value";

/**
 * Reads a one-click application of CapRover: a Compose file whose variables somebody is asked for. What has a default
 * takes it; a password is never taken, since it is the same for everybody who has the template.
 */
export function importCaprover(file: string, text: string, files: Files, options: ImportOptions): Imported {
  const read = readValue(file, text);
  if ("problem" in read) {
    return refused({ format: "caprover", file, files }, whyUnread(read));
  }
  const notes = new Notes();
  const app = options.name ?? "app";
  const values = defaultsOf(get(read.value, "caproverOneClickApp", "variables"), app);
  const fill = (each: string): string =>
    each
      .replaceAll("srv-captain--", "")
      .replaceAll(
        /\$\$cap_[A-Za-z0-9_]+(?:\([^)]*\))?/g,
        (name) => values.get(name) ?? mark(name.slice(6).replace(/\(.*/, "")),
      );
  const filled = mapTexts(read.value, fill);
  const services = get(filled, "services");
  if (services?.kind !== "map") return refused({ format: "caprover", file, files }, t`It has no services.`);
  const named = new Map([...services.entries].map(([key, service]) => [fill(key), asCompose(service)]));
  const root: MapValue = {
    kind: "map",
    place: filled.place,
    entries: new Map<string, Value>([["services", { ...services, entries: named }]]),
  };
  const context = new Context(files, file);
  const loaded = loadServices(root, context, notes);
  if ("problem" in loaded) return refused({ format: "caprover", file, files }, loaded.problem);
  return finish(draftOf({ ...loaded, name: app }, context, options, notes), "caprover", file, files);
}

function defaultsOf(variables: Value | undefined, app: string): ReadonlyMap<string, string> {
  const defaults = itemsOf(variables).flatMap((item) => {
    const [id, text] = [textAt(item, "id"), textAt(item, "defaultValue")];
    const secret = /pass|secret|key|token|salt/i.test(id ?? "");
    return id === undefined || text === undefined || text === "" || secret || text.includes("$$cap_")
      ? []
      : [[id, text] as const];
  });
  return new Map([...defaults, ["$$cap_appname", app]]);
}

/** CapRover's own fields in Compose's words: what is public, its port, and an image that is a Dockerfile of one line. */
function asCompose(service: Value): Value {
  if (service.kind !== "map") return service;
  const extra = get(service, "caproverExtra");
  const entries = new Map(service.entries);
  entries.delete("caproverExtra");
  const text = (value: string): Value => ({ kind: "scalar", value, place: extra?.place ?? service.place });
  const lines = itemsOf(get(extra, "dockerfileLines")).flatMap((line) => textOf(line) ?? []);
  const from = lines.map((line) => /^FROM\s+(\S+)$/i.exec(line)?.[1]).find((image) => image !== undefined);
  const run = lines.map((line) => /^CMD\s+(.+)$/i.exec(line)?.[1]).find((command) => command !== undefined);
  if (from !== undefined) entries.set("image", text(from));
  if (run !== undefined) entries.set("command", run.startsWith("[") ? readJson(run, service) : text(run));
  if (!/^true$/.test(textAt(extra, "notExposeAsWebApp") ?? "")) {
    entries.set("ports", {
      kind: "list",
      items: [text(`80:${textAt(extra, "containerHttpPort") ?? "80"}`)],
      place: extra?.place ?? service.place,
    });
  }
  return { ...service, entries };
}

function readJson(list: string, service: Value): Value {
  const read = readValue(service.place.file, list);
  return "value" in read ? read.value : { kind: "scalar", value: list, place: service.place };
}
