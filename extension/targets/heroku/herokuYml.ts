import type { App } from "../../manifest/app";
import type { Note } from "../export/exported";
import { shellLine } from "../export/shell";
import { defined, yamlText } from "../export/yamlText";
import { imagesOf } from "./images";
import type { Process } from "./processes";

export interface HerokuYml {
  /** `heroku.yml` and the Dockerfiles of images that exist; paths are the manifest's. */
  readonly files: ReadonlyMap<string, string>;
  readonly notes: readonly Note[];
  /** The command of the release phase. */
  readonly release: readonly string[] | undefined;
}

/** How an app is built and what its processes run. */
export function herokuYmlOf(app: App, processes: readonly Process[]): HerokuYml {
  const images = imagesOf(processes);
  const release = releaseOf(app, processes);
  const document = defined({
    build: images.build,
    release: release.command && { image: release.image, command: [shellLine(release.command)] },
    run: Object.fromEntries(processes.map((each) => [each.type, runOf(each, images.imageOf)])),
  });
  const text = yamlText([`Made by Stackwright for ${app.name}, environment ${app.environment}.`], document);
  return {
    files: new Map([["heroku.yml", text], ...images.files]),
    notes: [...images.notes, ...release.notes],
    release: release.command,
  };
}

function runOf({ type, service }: Process, imageOf: (type: string) => string): unknown {
  const command = service.command && [shellLine(service.command)];
  const image = imageOf(type);
  return image === type ? (command ? { command } : { image }) : defined({ image, command });
}

/** The first `preDeploy`, that of `web` before others; an app has one release phase. */
function releaseOf(app: App, processes: readonly Process[]) {
  const all = processes.flatMap(({ type, service }) =>
    service.type !== "cron" && service.preDeploy !== undefined ? [{ type, service, command: service.preDeploy }] : [],
  );
  const [first, ...others] = all;
  const notes = others.map(({ service }): Note => {
    const path = app.source(["components", service.name, "preDeploy"]);
    return {
      component: service.name,
      path,
      text: `An app has one release phase, which is that of ${first?.service.name}.`,
    };
  });
  return { image: first?.type, command: first?.command, notes };
}
