import { t } from "../../manifest/l10n";
import { type Service, type Store, textValue } from "../draft";
import { finish } from "../finish";
import type { Files, Imported, ImportOptions } from "../imported";
import { Notes } from "../notes";
import { type Asked, isUnsupportedClient, storeAskedBy } from "./dependencies";
import { exposedPort, packagesIn } from "./packages";

const lists = ["package.json", "Gemfile", "requirements.txt", "pyproject.toml", "go.mod"];
/** Where frameworks listen when nobody tells them otherwise, by the list of dependencies that there is. */
const usual: Readonly<Record<string, number>> = {
  "package.json": 3000,
  Gemfile: 3000,
  "requirements.txt": 8000,
  "pyproject.toml": 8000,
  "go.mod": 8080,
};
const workers = /^(?:sidekiq|resque|good_job|solid_queue|celery|rq|bull|bullmq|github\.com\/hibiken\/asynq)$/;

/** Reads a source folder that describes nothing but what it is built from: one image, and the stores its packages speak to. */
export function importFolder(file: string, _text: string, files: Files, options: ImportOptions): Imported {
  const notes = new Notes();
  const folder = file.slice(0, file.lastIndexOf("/") + 1);
  const place = { file, line: 1 };
  const dockerfile = files.read(`${folder}Dockerfile`);
  const present = lists.flatMap((name) => {
    const text = files.read(`${folder}${name}`);
    return text === undefined ? [] : [[`${folder}${name}`, text] as const];
  });
  const packages = present.flatMap(([path, text]) => packagesIn(path, text));
  const stores = new Map<string, { readonly asked: Asked; readonly store: Store }>();
  for (const { name, place: at } of packages) {
    const asked = storeAskedBy(name);
    if (isUnsupportedClient(name))
      notes.left(
        at,
        name,
        t`It speaks to a store that no managed component is there for; the application has to find it elsewhere.`,
      );
    if (asked === undefined || stores.has(asked.type)) continue;
    const store: Store = {
      name: asked.type === "redis" ? "redis" : "database",
      place: at,
      type: asked.type,
      facts: { passwords: [], names: [] },
    };
    if (![...stores.values()].some((each) => each.store.name === store.name)) stores.set(asked.type, { asked, store });
    notes.changed(at, name, t`It speaks to such a store, so one is made.`, store.name);
  }
  const [list] = present;
  const told = dockerfile === undefined ? undefined : exposedPort(dockerfile);
  const port = told ?? usual[list?.[0].slice(folder.length) ?? ""] ?? 8080;
  if (told === undefined)
    notes.ask(place, "port", t`No file says where it listens; ${port} is taken, and given as PORT.`, "web");
  if (dockerfile === undefined)
    notes.ask(place, "Dockerfile", t`There is none, and the image is built with one. Add it.`, "web");
  const needs = [...stores.values()].map(({ store }) => ({
    to: store.name,
    prefix: store.type === "redis" ? "REDIS" : "DATABASE",
  }));
  const service: Service = {
    name: "web",
    place,
    kind: "web",
    build: { context: "." },
    port,
    entrances: [{}],
    variables: [{ name: "PORT", value: textValue(String(port)), place }],
    needs,
  };
  const queue = packages.find(({ name }) => workers.test(name.toLowerCase()));
  if (queue !== undefined)
    notes.ask(
      queue.place,
      queue.name,
      t`It works on jobs in the background: add a worker with the command that does so.`,
      "web",
    );
  const made = [...stores.values()].map(({ store }) => store);
  return finish(
    { name: options.name ?? "app", services: [service], stores: made, notes: notes.all },
    "folder",
    file,
    files,
  );
}
