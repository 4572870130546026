import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { apt, asRoot } from "./apt";
import { withLock } from "./lock.mjs";
import { MissingPart } from "./part";
import { cache } from "./paths";

/** What images are built with and sent to in the tests. */
export interface Containers {
  readonly podman: string;
  /** The reference implementation of a registry. */
  readonly registry: string;
}

/** Podman and a registry: installed ones, else Debian's packages. */
export async function setupContainers(): Promise<Containers> {
  const installed = findContainers();
  if (installed) return installed;
  await withLock(join(cache, "apt.lock"), installFromDebian);
  const found = findContainers();
  if (found) return found;
  throw new MissingPart(
    "Podman or a registry",
    "Install both (Debian: apt-get install podman buildah docker-registry).",
  );
}

/** Undefined when one of them is not there. */
export function findContainers(): Containers | undefined {
  const podman = find("podman");
  const registry = find("docker-registry") ?? find("registry");
  return podman === undefined || registry === undefined ? undefined : { podman, registry };
}

function find(name: string): string | undefined {
  return (process.env["PATH"] ?? "")
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((file) => existsSync(file));
}

/** Needs root, or sudo without a password; does nothing elsewhere. */
async function installFromDebian(): Promise<void> {
  const prefix = await asRoot();
  if (prefix === undefined || findContainers()) return;
  console.log("Installing Podman and a registry with apt-get (once, about a minute) ...");
  await apt(prefix, ["update"]);
  await apt(prefix, ["install", "--yes", "--no-install-recommends", "podman", "buildah", "docker-registry"]);
}
