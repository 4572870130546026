import type { Build } from "../../manifest/app";
import type { Note } from "../export/exported";
import type { Process } from "./processes";

/** The images of an app: how they are built, the files for it, and which process runs which. */
export interface Images {
  readonly build: Record<string, unknown>;
  readonly files: ReadonlyMap<string, string>;
  readonly notes: readonly Note[];
  readonly imageOf: (type: string) => string;
}

/** Each image is built once, under the name of the first process that runs it. */
export function imagesOf(processes: readonly Process[]): Images {
  const docker: Record<string, unknown> = {};
  const files = new Map<string, string>();
  const config = new Map<string, string>();
  const notes: Note[] = [];
  const builders = new Map<string, string>();
  const names = new Map<string, string>();
  for (const { type, service } of processes) {
    const key = JSON.stringify(service.image);
    const builder = builders.get(key);
    names.set(type, builder ?? type);
    if (builder !== undefined) continue;
    builders.set(key, type);
    if (typeof service.image === "string") {
      docker[type] = `${type}/Dockerfile`;
      files.set(`${type}/Dockerfile`, `FROM ${service.image}\n`);
      continue;
    }
    docker[type] = dockerfileOf(service.image);
    for (const { name, value } of service.image.args) {
      if (config.get(name) === undefined) config.set(name, value);
      else if (config.get(name) !== value) {
        const path = ["components", service.name, "build"];
        notes.push({
          component: service.name,
          path,
          text: `All images are built with the same arguments; another one has ${name}.`,
        });
      }
    }
    if (service.image.dockerfile.includes("/")) {
      const path = ["components", service.name, "build"];
      const text = "Heroku builds in the Dockerfile's own folder. Put it where the context is.";
      notes.push({ component: service.name, path, text });
    }
  }
  const args = config.size > 0 ? { config: Object.fromEntries([...config].sort()) } : {};
  return { build: { docker, ...args }, files, notes, imageOf: (type) => names.get(type) ?? type };
}

/** From the root of the repository, which is the manifest's folder. */
function dockerfileOf({ context, dockerfile, target }: Build): unknown {
  const folder = context.replace(/^\.\/?/, "").replace(/\/$/, "");
  const path = folder === "" ? dockerfile : `${folder}/${dockerfile}`;
  return target === undefined ? path : { dockerfile: path, target };
}
