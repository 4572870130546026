import { t } from "../../manifest/l10n";
import { commandLine } from "../command";
import { type Draft, type Service, textValue, type Variable } from "../draft";
import { finish } from "../finish";
import { type Files, type Imported, type ImportOptions, refused } from "../imported";
import { Notes } from "../notes";
import { readValue, whyUnread } from "../readValue";
import { entriesOf, get, isFalse, type Place, textAt, textOf, type Value } from "../value";
import { isSecretName } from "../wire/secrets";
import { addonsOf } from "./addons";
import { type Process, readProcfile } from "./procfile";

/** Where a web process listens: Heroku gives it a port at each start, and here it is always this one. */
const port = 8080;

/** Reads an `app.json` with the `Procfile` beside it, or a `Procfile` alone. */
export function importHeroku(file: string, text: string, files: Files, options: ImportOptions): Imported {
  const notes = new Notes();
  const folder = file.slice(0, file.lastIndexOf("/") + 1);
  const alone = file.endsWith("Procfile");
  const appText = alone ? files.read(`${folder}app.json`) : text;
  const procText = alone ? text : files.read(`${folder}Procfile`);
  const read = appText === undefined ? undefined : readValue(alone ? `${folder}app.json` : file, appText);
  if (read !== undefined && "problem" in read) {
    return refused({ format: "heroku", file, files }, whyUnread(read));
  }
  const processes = readProcfile(procText ?? "");
  return finish(
    draftOf(read?.value, { processes, procfile: `${folder}Procfile`, file }, options, notes),
    "heroku",
    file,
    files,
  );
}

interface Read {
  readonly processes: readonly Process[];
  readonly procfile: string;
  readonly file: string;
}

function draftOf(app: Value | undefined, read: Read, options: ImportOptions, notes: Notes): Draft {
  const addons = addonsOf(get(app, "addons"), options.keepUnsupported === true, notes);
  const variables = variablesOf(get(app, "env"), notes);
  const top = app?.place ?? { file: read.file, line: 1 };
  notes.ask(
    get(app, "buildpacks")?.place ?? top,
    "buildpacks",
    t`Heroku builds with buildpacks, and here a Dockerfile does. Add one, or name an image.`,
  );
  const preDeploy = releaseOf(app, read, notes);
  const services = processesOf(app, read).map(({ type, command, place }): Service => {
    const isWeb = type === "web";
    const size = get(app, "formation", type, "size");
    if (size !== undefined) notes.left(size.place, "formation", t`Set cpu and memory instead of a dyno's size.`, type);
    const quantity = Number(textAt(app, "formation", type, "quantity"));
    return {
      name: type,
      place,
      kind: isWeb ? "web" : "worker",
      build: { context: "." },
      variables: isWeb
        ? [...variables.filter(({ name }) => name !== "PORT"), { name: "PORT", value: textValue(String(port)), place }]
        : variables,
      needs: addons.map(({ name, prefix }) => ({ to: name, prefix })),
      ...(isWeb ? { port, entrances: [{}] } : {}),
      ...(command === undefined ? {} : { command: commandLine(command) }),
      ...(isWeb && preDeploy !== undefined ? { preDeploy: commandLine(preDeploy) } : {}),
      ...(Number.isInteger(quantity) && quantity > 1 && quantity <= 1000 ? { scale: quantity } : {}),
    };
  });
  for (const [key, value] of entriesOf(app)) {
    if (key === "environments")
      notes.left(value.place, key, t`Review and test apps are Heroku's; write environments for them.`);
    if (key === "image" || key === "stack") notes.left(value.place, key, t`It is for Heroku's own builds.`);
  }
  return {
    name: textAt(app, "name") ?? options.name ?? "app",
    services,
    stores: addons.map(({ store }) => store),
    notes: notes.all,
  };
}

interface Run {
  readonly type: string;
  readonly command?: string;
  readonly place: Place;
}

/** What runs: what the Procfile has, else what the formation names, else a web process that the build decides about. */
function processesOf(app: Value | undefined, { processes, procfile, file }: Read): readonly Run[] {
  const written = processes.filter(({ type }) => type !== "release");
  if (written.length > 0)
    return written.map(({ type, command, line }) => ({ type, command, place: { file: procfile, line } }));
  const formation = entriesOf(get(app, "formation")).filter(([type]) => type !== "release");
  if (formation.length > 0) return formation.map(([type, value]) => ({ type, place: value.place }));
  return [{ type: "web", place: app?.place ?? { file, line: 1 } }];
}

/** A release process goes before each deployment; a script for the first one does so where it migrates a database. */
function releaseOf(app: Value | undefined, { processes }: Read, notes: Notes): string | undefined {
  const release = processes.find(({ type }) => type === "release")?.command;
  const script = get(app, "scripts", "postdeploy");
  const text = textOf(script) ?? textAt(script, "command");
  if (script === undefined || text === undefined) return release;
  if (release === undefined && /migrat|schema|seed|setup/i.test(text)) {
    notes.changed(
      script.place,
      "scripts.postdeploy",
      t`It runs before every deployment, and not after the first alone.`,
      "web",
    );
    return text;
  }
  notes.left(
    script.place,
    "scripts.postdeploy",
    t`It runs once after the first deployment: use stackwright run for it.`,
    "web",
  );
  return release;
}

function variablesOf(env: Value | undefined, notes: Notes): readonly Variable[] {
  return entriesOf(env).flatMap(([name, value]): readonly Variable[] => {
    const { place } = value;
    if (!/^[A-Za-z_][A-Za-z0-9_]{0,254}$/.test(name) || name === "BUILDPACK_URL") {
      notes.left(place, name, t`It is for Heroku's own builds, or no name that a variable can have.`);
      return [];
    }
    if (textAt(value, "generator") === "secret") return [{ name, place, value: { kind: "generate" } }];
    const text = textOf(value) ?? textAt(value, "value");
    if (text !== undefined && text !== "") return [{ name, place, value: textValue(text) }];
    if (isFalse(get(value, "required")) || text === "") {
      notes.left(place, name, t`It is optional and has no value.`);
      return [];
    }
    if (isSecretName(name)) return [{ name, place, value: { kind: "given" } }];
    notes.ask(place, name, t`It has no value. Fill it in.`);
    return [{ name, place, value: textValue("") }];
  });
}
