import { satisfies } from "semver";
import { openManifest } from "../../manifest/manifest";
import { chooseVersion, readRequest } from "../../packages/chooseVersion";
import { install } from "../../packages/install";
import { type Lock, type Locked, lockedIn, namesIn, writeLock } from "../../packages/lock";
import { valuesFor } from "../../packages/parameters";
import type { Package } from "../../packages/readPackage";
import type { Index } from "../../sources/shippedIndex";
import { prices } from "../../targets/aws/price/prices.generated";
import { UsageError } from "../usage";
import { fetchNeeds } from "./fetchNeeds";
import { type AskImages, askNobody, imagesIn, knownImages, movedImages, movedInWords, withImages } from "./images";
import { fetchPackage, need, openInstallation, requireSameFile } from "./installation";
import { writeTogether } from "./writeTogether";

export interface Request {
  /** "discourse", "discourse@^1.0" */
  readonly wanted: string;
  /** `name=value` */
  readonly set: readonly string[];
  readonly manifest: string;
  /** `component=existing`: a component of the manifest in the place of one of the package, or that it needs. */
  readonly with?: readonly string[];
  /** What the lock says that it came from, when not from an index. */
  readonly source?: string;
  /** Refuses to change the manifest or the lock. */
  readonly frozen: boolean;
  /** Nobody is asked without it. */
  readonly askImages?: AskImages;
}

export interface Outcome {
  readonly changed: boolean;
  readonly package: Package;
  /** Names in the manifest by names in the package. */
  readonly components: Locked["components"];
  /** The same for those that it uses and that did not come with it. */
  readonly shared: Locked["components"];
  /** Packages that it needs, and that came along. */
  readonly brought: readonly Package[];
}

/**
 * Installs a package into a manifest and its lock, or finds that it is. Throws a `UsageError`; nothing is changed then.
 * @param others where the packages come from that it needs
 */
export async function installPackage(
  request: Request,
  index: Index,
  others: () => Promise<Index> = async () => index,
): Promise<Outcome> {
  const { name, range } = need(readRequest(request.wanted));
  const installation = await openInstallation(request.manifest);
  const { text, lock, lockPath } = installation;
  const locked = lockedIn(lock, name);
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
    if (request.frozen) await requireSameImages(lock, text ?? "", name, request.askImages);
    return { changed: false, package: found, components: locked.components, shared: locked.shared ?? {}, brought: [] };
  }
  if (request.frozen) throw new UsageError(`${name} is not in ${lockPath}, and --frozen allows no change.`);
  const installed = need(
    install(
      { text, lock: { ...lock, prices: prices.asOf } },
      { found, hash, ...(request.source !== undefined && { source: request.source }) },
      {
        values: need(valuesFor(found, request.set)),
        ...(range !== "*" && { range }),
        shared: sharedIn(request),
      },
      await fetchNeeds(found, others, lock),
    ),
  );
  const images = imagesIn(installed.lock, installed.text, [name, ...installed.brought.map((other) => other.name)]);
  const said = (await request.askImages?.(images)) ?? {};
  await writeTogether(
    new Map([
      [request.manifest, installed.text],
      [lockPath, writeLock(withImages(installed.lock, installed.text, said))],
    ]),
  );
  const { names: components, shared, brought } = installed;
  return { changed: true, package: found, components, shared, brought };
}

/** Throws a `UsageError` for what is no pair of names. */
function sharedIn({ with: pairs = [] }: Request): Locked["components"] {
  return Object.fromEntries(
    pairs.map((pair) => {
      const [, component, existing] = /^([a-z0-9-]+)=([a-z0-9-]+)$/.exec(pair) ?? [];
      if (component !== undefined && existing !== undefined) return [component, existing];
      throw new UsageError(
        `--with takes a component of the package and one of the manifest, as db=main, and not ${pair}.`,
      );
    }),
  );
}

/** Throws a `UsageError` where a tag stands for another image than when the package was installed. */
async function requireSameImages(lock: Lock, text: string, name: string, ask: AskImages = askNobody): Promise<void> {
  const own = new Set(imagesIn(lock, text, [name]));
  const moved = movedImages(lock, await ask(knownImages(lock, text).filter((image) => own.has(image))));
  if (moved.length === 0) return;
  throw new UsageError(
    `Tags stand for other images than when ${name} was installed: ${moved.map(movedInWords).join("; ")}. Find out what their publisher changed; stackwright update ${name} takes them into the lock.`,
  );
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
  const gone = [...namesIn(locked).values()].filter((component) => !there.has(component));
  if (gone.length > 0) {
    throw new UsageError(
      `stackwright.lock says that ${name} is installed, but ${request.manifest} has no ${gone.join(", ")}. Take the entry out of stackwright.lock to install it again.`,
    );
  }
  const [elsewhere] = Object.entries(sharedIn(request)).filter(
    ([as, existing]) => namesIn(locked).get(as) !== existing,
  );
  if (elsewhere !== undefined) {
    throw new UsageError(
      `${name} is installed, and its ${elsewhere[0]} is ${namesIn(locked).get(elsewhere[0]) ?? "no component"}. Connect it to ${elsewhere[1]} in ${request.manifest}.`,
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
