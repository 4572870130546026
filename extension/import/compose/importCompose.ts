import { t } from "../../manifest/l10n";
import { asName } from "../componentNames";
import type { Draft, Service, Store } from "../draft";
import { finish } from "../finish";
import { type Files, type Imported, type ImportOptions, refused } from "../imported";
import { Notes } from "../notes";
import { whyUnread } from "../readValue";
import { get, itemsOf, textOf, type Value } from "../value";
import { Context } from "./context";
import { ownVariables } from "./environment";
import { type Loaded, loadCompose } from "./load";
import { dependenciesOf } from "./merge";
import { foldJobs } from "./preDeploy";
import { serviceOf, untoldOrder } from "./service";
import { storeOf } from "./store";
import { type Unsupported, unsupportedIn } from "./unsupported";
import { sharedVolumes } from "./volumes";
import { commandOf } from "./words";

/** Reads a Compose file, with the `.env` and whatever else it names beside it. */
export function importCompose(file: string, text: string, files: Files, options: ImportOptions): Imported {
  const notes = new Notes();
  const context = new Context(files, file);
  const loaded = loadCompose(file, text, context, notes);
  if ("problem" in loaded) return refused({ format: "compose", file, files }, whyUnread(loaded));
  return finish(draftOf(loaded, context, options, notes), "compose", file, files);
}

/** The application that the services of a Compose file are. */
export function draftOf(loaded: Loaded, context: Context, options: ImportOptions, notes: Notes): Draft {
  const active = activeServices(loaded.services, options, notes);
  const jobs = foldJobs(active, notes);
  const stores: Store[] = [];
  const services: Service[] = [];
  const containers = new Map<string, { readonly value: Value; readonly kept?: Unsupported }>();
  for (const [name, value] of jobs.services) {
    const command = commandOf(get(value, "command"));
    const store = storeOf(name, value, context, notes);
    if (store !== undefined && isDataOnly(command))
      notes.left(
        value.place,
        "command",
        t`${name} only holds files for another container; the managed store keeps its own.`,
      );
    else if (store !== undefined) stores.push(store);
    else {
      const unsupported = unsupportedIn(name, value);
      if (unsupported === undefined) containers.set(name, { value });
      else if (options.keepUnsupported === true) containers.set(name, { value, kept: unsupported });
      else drop(name, unsupported, jobs.services, notes);
    }
  }
  const values = new Map([...containers].map(([name, { value }]) => [name, value]));
  sharedVolumes(values, notes);
  const calls = portsAsked(jobs.services);
  for (const [name, { value, kept }] of containers) {
    if (kept !== undefined)
      notes.changed(
        kept.place,
        kept.field,
        t`${kept.reason} It is kept as a container, as asked: nobody backs up what it holds, and it may not start.`,
        name,
      );
    const asked = [...(calls.get(name) ?? []), ...(kept?.port === undefined ? [] : [kept.port])];
    const service = serviceOf(name, value, context, asked, notes);
    untoldOrder(name, value, new Set(values.keys()), notes);
    const before = jobs.before.get(name);
    services.push(before === undefined ? service : { ...service, preDeploy: before });
  }
  return { name: loaded.name ?? options.name ?? "app", services, stores, notes: notes.all };
}

/** Services with a profile start only where it is asked for. */
function activeServices(
  all: ReadonlyMap<string, Value>,
  { profiles = [] }: ImportOptions,
  notes: Notes,
): ReadonlyMap<string, Value> {
  return new Map(
    [...all].filter(([name, value]) => {
      const own = itemsOf(get(value, "profiles")).flatMap((item) => textOf(item) ?? []);
      if (
        own.length === 0 ||
        own.some((each) => profiles.includes(each) || /^(?:cron|jobs?|schedule[rd]?)$/.test(each))
      )
        return true;
      notes.left(
        get(value, "profiles")?.place ?? value.place,
        "profiles",
        t`${name} belongs to the profile ${own.join(", ")}, which is not asked for; --profile takes it.`,
      );
      return false;
    }),
  );
}

const isDataOnly = (command: string | readonly string[] | undefined): boolean =>
  /^(?:\/bin\/)?true$/.test(typeof command === "string" ? command : (command ?? []).join(" "));

/** What cannot be had refuses the whole where the application cannot do without; else it is left out, and said so. */
function drop(
  name: string,
  { place, field, reason, data }: Unsupported,
  services: ReadonlyMap<string, Value>,
  notes: Notes,
): void {
  const needed = [...services].find(
    ([other, value]) => other !== name && dependenciesOf(get(value, "depends_on")).some(([to]) => to === name),
  );
  if (data || needed !== undefined)
    notes.refused(place, field, t`${reason} --keep-unsupported keeps it as a container.`, asName(name, 28, "service"));
  else notes.left(place, field, t`${reason} It is left out; nothing here depends on it.`);
}

/** The ports by which the variables and commands of others call a service: `http://api:8000`. By its name. */
function portsAsked(services: ReadonlyMap<string, Value>): ReadonlyMap<string, readonly number[]> {
  const asked = new Map<string, number[]>();
  for (const [caller, value] of services) {
    const texts = [
      ...ownVariables(get(value, "environment")).map(([, text]) => text ?? ""),
      ...itemsOf(get(value, "command")).map((item) => textOf(item) ?? ""),
    ];
    for (const match of texts.flatMap((text) => [
      ...text.matchAll(/(?<![\w.-])([A-Za-z\d][\w.-]*):(\d{2,5})(?!\d)/g),
    ])) {
      const [, name = "", port] = match;
      if (name !== caller && services.has(name)) asked.set(name, [...(asked.get(name) ?? []), Number(port)]);
    }
  }
  return asked;
}
