import { t } from "../manifest/l10n";
import { openManifest } from "../manifest/manifest";
import { Names } from "../targets/export/names";
import { asName, componentNames } from "./componentNames";
import type { Draft, Entrance, Service } from "./draft";
import { type Files, type Format, formats, type Imported, refused } from "./imported";
import { lineCounter } from "./lines";
import { Notes } from "./notes";
import { peersIn } from "./wire/peers";
import type { Addresses } from "./wire/publicly";
import { wire } from "./wire/wire";
import { type Balancer, type Design, manifestText } from "./write/manifestText";

/** Services and stores, each of which is compared with the others. */
const most = 500;

/** The end of every import: names, wiring, the text, and the check that it is a manifest without an error. */
export function finish(draft: Draft, format: Format, file: string, files: Files): Imported {
  const notes = new Notes();
  notes.add(draft.notes);
  const refuse = (reason: string): Imported => refused({ format, file, files }, reason, notes.all);
  const refusals = draft.notes.filter(({ kind }) => kind === "refused");
  if (refusals.length > 0) return refuse(refusals.map(({ text }) => text).join(" "));
  if (draft.services.length + draft.stores.length === 0)
    return refuse(t`Nothing in it runs as a container and nothing is a database or a cache.`);
  const count = draft.services.length + draft.stores.length;
  if (count > most) return refuse(t`It has ${count} services and stores; up to ${most} are imported.`);
  const named = componentNames(draft);
  const name = asName(draft.name, 40, "app");
  const peers = peersIn(draft, named);
  const componentOf = (service: string): string => named.get(service) ?? service;
  const balancers = balancersOf(draft.services, componentOf, new Names(named.values()));
  const addresses = addressesOf(draft.services, componentOf, balancers);
  const services = draft.services.map((service) => {
    return wire(service, componentOf(service.name), { draft, peers, addresses, app: name, notes });
  });
  const stores = draft.stores.map((store) => ({ ...store, component: componentOf(store.name) }));
  const renamed = notes.all.map((note) =>
    note.component === undefined ? note : { ...note, component: componentOf(note.component) },
  );
  const sorted = [...renamed].sort((a, b) => (a.place.file === b.place.file ? a.place.line - b.place.line : 0));
  const design: Design = { name, origin: `${formats[format]} (${file})`, services, stores, balancers, notes: sorted };
  const text = manifestText(design);
  const manifest = openManifest(text);
  const wrong = manifest.problems.find(({ severity }) => severity === "error");
  if (wrong !== undefined) {
    const line = lineCounter(text)(wrong.range.start);
    return refuse(t`It makes no manifest without errors: ${wrong.message} (line ${line} of what it would be)`);
  }
  const components = manifest.components.map((component) => ({ name: component.name, type: component.type ?? "" }));
  return { kind: "manifest", format, file, text, components, notes: sorted, missing: files.missing };
}

/** A load balancer for each entrance that takes everything, and one for those with paths. */
function balancersOf(
  services: readonly Service[],
  componentOf: (service: string) => string,
  names: Names,
): readonly Balancer[] {
  const byName = new Map<string, { to: string; entrance: Entrance }[]>();
  const open = services.flatMap((service) =>
    (service.entrances ?? []).map((entrance) => ({ to: componentOf(service.name), entrance })),
  );
  let first = true;
  for (const route of open) {
    const { name, path = "/" } = route.entrance;
    const taken = (key: string): boolean =>
      (byName.get(key) ?? []).some(({ entrance }) => (entrance.path ?? "/") === path);
    const key = name ?? (first || path !== "/" ? "edge" : `edge-${route.to}`.slice(0, 28));
    first = false;
    const own = taken(key) ? `edge-${route.to}`.slice(0, 28) : key;
    byName.set(own, [...(byName.get(own) ?? []), route]);
  }
  return [...byName].map(([key, routes]) => ({
    component: names.take(key, "-"),
    routes: routes.map(({ to, entrance }) => ({ ...entrance, to })),
    domains: [...new Set(routes.flatMap(({ entrance }) => entrance.domains ?? []))],
  }));
}

/** The public addresses of services, in the manifest's form. */
function addressesOf(
  services: readonly Service[],
  componentOf: (service: string) => string,
  balancers: readonly Balancer[],
): Addresses {
  const marks = new Map<string, string>();
  const ports = new Map<number, string>();
  const hosts = new Map<string, string>();
  for (const { name, publicAs = [], publishedAt = [] } of services) {
    const balancer = balancers.find(({ routes }) => routes.some(({ to }) => to === componentOf(name)));
    if (balancer === undefined) continue;
    const address = (attribute: string): string => `\${{ ${balancer.component}.${attribute} }}`;
    for (const { mark, attribute } of publicAs) marks.set(mark, address(attribute));
    for (const port of publishedAt) ports.set(port, address("url"));
    hosts.set(name, address("host"));
  }
  return { marks, ports, hosts };
}
