import type { App } from "../../manifest/app";
import { sortedComponents } from "../edges";
import { atRoot } from "../export/atRoot";
import { attachments } from "../export/attachments";
import type { Exported } from "../export/exported";
import { leftOut } from "../export/notes";
import { shellLine } from "../export/shell";
import { defined } from "../export/yamlText";
import { configOf } from "./config";
import { herokuFates } from "./fates";
import { herokuYmlOf } from "./herokuYml";
import { dynoOf, mysqlAddOn, postgresPlan, redisPlan } from "./plans";
import { type Process, processesOf } from "./processes";
import { unreachable } from "./unreachable";

/** Heroku's longest name of an app. */
const longestName = 30;

/** `app.json` and `heroku.yml` of one app, with a `Procfile` for who lets Heroku build without a Dockerfile. Paths are the manifest's. */
export function writeHeroku(app: App): Exported {
  const processes = processesOf(app);
  const services = processes.map(({ service }) => service);
  const attached = attachments(app);
  const config = configOf(app, attached);
  const { files, notes, release } = herokuYmlOf(app, processes);
  const appJson = defined({
    name: app.name.slice(0, longestName).replace(/-$/, ""),
    stack: "container",
    env: Object.keys(config.vars).length > 0 ? config.vars : undefined,
    addons: addOns(app, attached),
    formation: Object.fromEntries(
      processes.map(({ type, service }) => [
        type,
        { quantity: service.type === "cron" ? 0 : service.scale.min, size: dynoOf(service, services) },
      ]),
    ),
  });
  const procfile = procfileOf(processes, release);
  return {
    files: new Map([
      ["app.json", `${JSON.stringify(appJson, undefined, 2)}\n`],
      ...files,
      ...(procfile === "" ? [] : [["Procfile", procfile] as const]),
    ]),
    notes: [...leftOut(app, herokuFates), ...config.notes, ...notes, ...unreachable(app, processes)],
    variables: Object.entries(config.vars).flatMap(([name, { description: about = name, required }]) =>
      required ? [{ name, about }] : [],
    ),
    next: [
      atRoot,
      "git push",
      "# Only a new app reads app.json. Open this address, with the repository's own behind the equals sign:",
      "# https://www.heroku.com/deploy?template=https://github.com/OWNER/REPOSITORY",
    ],
  };
}

function addOns(app: App, attached: ReadonlyMap<string, string>): readonly unknown[] | undefined {
  const components = sortedComponents(app);
  const made = components.flatMap((component): readonly unknown[] => {
    const as = attached.get(component.name);
    if (component.type === "redis") return [{ plan: redisPlan(component), as }];
    if (component.type === "mysql") return [{ plan: mysqlAddOn, as }];
    if (component.type !== "postgres") return [];
    const version = component.version.split(".")[0];
    return [{ plan: postgresPlan(component), as, options: { version } }];
  });
  const scheduler = components.some(({ type }) => type === "cron") ? ["scheduler:standard"] : [];
  return made.length + scheduler.length > 0 ? [...made, ...scheduler] : undefined;
}

function procfileOf(processes: readonly Process[], release: readonly string[] | undefined): string {
  const lines = processes.flatMap(({ type, service }) =>
    service.command === undefined ? [] : [`${type}: ${shellLine(service.command)}\n`],
  );
  return (release === undefined || lines.length === 0 ? lines : [`release: ${shellLine(release)}\n`, ...lines]).join(
    "",
  );
}
