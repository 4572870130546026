import { satisfies } from "semver";
import { openManifest } from "../../manifest/manifest";
import { chooseVersion, readRequest } from "../../packages/chooseVersion";
import { expand } from "../../packages/expand";
import { installInto } from "../../packages/installInto";
import { type Lock, type Locked, writeLock } from "../../packages/lock";
import { valuesFor } from "../../packages/parameters";
import type { Package } from "../../packages/readPackage";
import { prices } from "../../targets/aws/price/prices.generated";
import { UsageError } from "../usage";
import { fetchPackage, lockedIn, need, openInstallation, requireSameFile } from "./installation";
import type { Index } from "./shippedIndex";
import { writeTogether } from "./writeTogether";

export interface Request {
  /** "discourse", "discourse@^1.0" */
  readonly wanted: string;
  /** `name=value` */
  readonly set: readonly string[];
  readonly manifest: string;
  /** What the lock says that it came from, when not from an index. */
  readonly source?: string;
  /** Refuses to change the manifest or the lock. */
  readonly frozen: boolean;
}

export interface Outcome {
  readonly changed: boolean;
  readonly package: Package;
  /** Names in the manifest by names in the package. */
  readonly components: Locked["components"];
  readonly notice?: string;
}

/** Installs a package into a manifest and its lock, or finds that it is. Throws a `UsageError`; nothing is changed then. */
export async function installPackage(request: Request, index: Index): Promise<Outcome> {
  const { name, range } = need(readRequest(request.wanted));
  const installation = await openInstallation(request.manifest);
  const { text, lock, lockPath } = installation;
  const locked = lockedIn(installation, name);
  const versions = await index.versions(name);
  const version = locked?.version ?? need(chooseVersion(name, range, versions));
  if (!versions.includes(version)) {
    throw new UsageError(
      `${lockPath} has ${name} ${version}, which the index does not. It has: ${versions.join(", ")}.`,
    );
  }
  const { found, hash } = await fetchPackage(index, name, version);
  if (locked !== undefined) {
    requireSame({ locked, name, range, hash, text, request, found });
    return { changed: false, package: found, components: locked.components };
  }
  if (request.frozen) throw new UsageError(`${name} is not in ${lockPath}, and --frozen allows no change.`);
  const parameters = need(valuesFor(found, request.set));
  const installed = need(installInto(text, need(expand(found, parameters))));
  // Nobody who asks for no version means one that breaks what runs.
  const entry: Locked = {
    version,
    range: range === "*" ? `^${version}` : range,
    ...(request.source === undefined ? {} : { source: request.source }),
    hash,
    parameters,
    components: installed.names,
  };
  const next: Lock = { ...lock, prices: prices.asOf, packages: { ...lock.packages, [name]: entry } };
  await writeTogether(
    new Map([
      [request.manifest, installed.text],
      [lockPath, writeLock(next)],
    ]),
  );
  const { names: components, notice } = installed;
  return { changed: true, package: found, components, ...(notice === undefined ? {} : { notice }) };
}

interface Standing {
  readonly locked: Locked;
  readonly name: string;
  readonly range: string;
  readonly hash: string;
  readonly text: string | undefined;
  readonly request: Request;
  readonly found: Package;
}

/** Throws a `UsageError` where what is installed is not what is asked for, or the index has changed below it. */
function requireSame({ locked, name, range, hash, text, request, found }: Standing): void {
  requireSameFile(name, locked, hash);
  if (!satisfies(locked.version, range)) {
    throw new UsageError(
      `${name} ${locked.version} is installed, which is not in ${range}. stackwright update ${name} --to "${range}" brings it there.`,
    );
  }
  const there = new Set(openManifest(text ?? "").components.map((component) => component.name));
  const gone = Object.values(locked.components).filter((component) => !there.has(component));
  if (gone.length > 0) {
    throw new UsageError(
      `stackwright.lock says that ${name} is installed, but ${request.manifest} has no ${gone.join(", ")}. Take the entry out of stackwright.lock to install it again.`,
    );
  }
  const asked = request.set.length === 0 ? locked.parameters : need(valuesFor(found, request.set));
  const other = request.set
    .map((pair) => pair.slice(0, pair.indexOf("=")))
    .find((parameter) => asked[parameter] !== locked.parameters[parameter]);
  if (other !== undefined) {
    throw new UsageError(
      `${name} is installed with another value of ${other}. Its components are yours now: change them in ${request.manifest}.`,
    );
  }
}
