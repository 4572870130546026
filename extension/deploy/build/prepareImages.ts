import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { App, Build, Component, Service } from "../../manifest/app";
import { t } from "../../manifest/l10n";
import type { Cloud } from "../cloud";
import { DeployError } from "../errors";
import { failing } from "../failing";
import type { Host } from "../messages";
import { redact } from "../redact";
import { say } from "../say";
import { buildImage, findTool } from "./buildImage";
import { ensureRepository } from "./imageStack";
import type { Layout } from "./layout";
import { ownRegistry } from "./login";
import { pushImage } from "./pushImage";
import { Repository } from "./registry";
import { resolveTags } from "./resolveTags";

/** An application whose images are all known by their digest, as far as they can be. */
export interface Prepared {
  readonly app: App;
  /** What was built and has to be sent before the application is deployed. */
  readonly layouts: readonly Layout[];
  /** Removes what was built from the disk. */
  dispose(): Promise<void>;
}

/**
 * Builds what the manifest builds, and asks registries what its tags stand for. Nothing leaves this machine, so that a
 * plan changes nothing in the cloud. Throws a `DeployError` when a build fails.
 * @param folder the manifest's; undefined when it is no file, and then nothing can be built
 */
export function prepareImages(
  cloud: Cloud,
  app: App,
  folder: string | undefined,
  host: Host,
  signal?: AbortSignal,
): Promise<Prepared> {
  return failing(cloud, host, async () => {
    const services = [...app.components.values()].filter(isBuilt);
    if (services.length === 0)
      return { app: await resolveTags(cloud, app, host, signal), layouts: [], dispose: nothing };
    if (folder === undefined) throw noFolder(app, services);
    const root = await mkdtemp(join(tmpdir(), "stackwright-images-"));
    const dispose = () => rm(root, { recursive: true, force: true });
    try {
      const [layouts, resolved] = await Promise.all([
        buildAll(services, folder, root, host, signal),
        resolveTags(cloud, app, host, signal),
      ]);
      return { app: withDigests(resolved, layouts), layouts: [...new Set(layouts.values())], dispose };
    } catch (error) {
      await dispose();
      throw error;
    }
  });
}

/** Sends what was built to the application's repository, which is made the first time. Throws a `DeployError`. */
export function pushImages(cloud: Cloud, { app, layouts }: Prepared, host: Host, signal?: AbortSignal): Promise<void> {
  return failing(cloud, host, async () => {
    if (layouts.length === 0) return;
    const name = await ensureRepository(cloud, app, signal);
    const { origin, login } = await ownRegistry(cloud);
    const repository = new Repository(origin, name, { login, ...(signal && { signal }) });
    for (const layout of layouts) {
      const { digest } = layout;
      const isNew = await pushImage(repository, layout, (sent, total) => {
        say(host, "pushing", { repository: name, digest, sent, total });
      });
      say(host, "pushed", { repository: name, digest, isNew });
    }
  });
}

const nothing = async (): Promise<void> => {};

type Built = Service & { readonly image: Build };

const isBuilt = (component: Component): component is Built =>
  "image" in component && typeof component.image === "object";

/**
 * Components that say the same share an image. One after the other, since the tool shares its cache and the machine.
 * @returns by component
 */
async function buildAll(
  services: readonly Built[],
  folder: string,
  root: string,
  host: Host,
  signal: AbortSignal | undefined,
): Promise<ReadonlyMap<string, Layout>> {
  const tool = await findTool(signal);
  const made = new Map<string, Layout>();
  const layouts = new Map<string, Layout>();
  for (const { name, image: build, architecture } of services) {
    const key = JSON.stringify([build, architecture]);
    let layout = made.get(key);
    if (layout === undefined) {
      const { context } = build;
      const begun = performance.now();
      say(host, "building", { component: name, context, tool });
      const line = (text: string) => say(host, "build-output", { component: name, line: redact(text) });
      const output = join(root, name);
      layout = await buildImage(tool, { folder, build, architecture, output, line, ...(signal && { signal }) });
      const seconds = Math.round((performance.now() - begun) / 1000);
      say(host, "built", { component: name, digest: layout.digest, seconds });
      made.set(key, layout);
    }
    layouts.set(name, layout);
  }
  return layouts;
}

function withDigests(app: App, layouts: ReadonlyMap<string, Layout>): App {
  const components = new Map(app.components);
  for (const [name, component] of app.components) {
    const digest = layouts.get(name)?.digest;
    if (digest === undefined || !isBuilt(component)) continue;
    const build: Build = component.image;
    components.set(name, { ...component, image: { ...build, digest } });
  }
  return { ...app, components };
}

function noFolder(app: App, [first]: readonly Built[]): DeployError {
  return new DeployError({
    code: "build-failed",
    message: t`There is no folder that an image could be built from.`,
    fix: t`Save the manifest as a file beside the Dockerfile.`,
    path: app.source(["components", first?.name ?? "", "build"]),
  });
}
