import { createHash } from "node:crypto";
import { rsort, valid } from "semver";
import { readPackage } from "../packages/readPackage";
import { largestPacked, unpackBytes } from "./archive";
import type { OciAddress } from "./ociAddress";
import { onePackage } from "./onePackage";
import { type Answer, jsonOf, registryClient } from "./registryClient";
import { field } from "./registryLogin";
import { SourceError } from "./sourceError";

export type Client = ReturnType<typeof registryClient>;

/** What a package is called in a registry; its only layer is the archive that `pack` writes. */
export const artifactType = "application/vnd.stackwright.package.v1";
export const layerType = "application/vnd.stackwright.package.v1.tar+gzip";
export const manifestType = "application/vnd.oci.image.manifest.v1+json";

/** Pages of tags that are read. A registry that has more is one that never ends. */
const mostPages = 50;

/** The package that an address means: of its tag or digest, or else the newest version. Throws a `SourceError`. */
export async function openRegistryPackage(address: OciAddress) {
  const client = registryClient(address);
  const reference = address.reference ?? (await newestTag(address, client));
  const text = await readRegistryPackage(address, reference, client);
  if (text === undefined) throw new SourceError(`${labelOf(address)} has no ${reference}.`);
  return onePackage(text, labelOf(address));
}

/** The package file under a tag or a digest; undefined where there is none. Digests are checked against what came. */
export async function readRegistryPackage(
  address: OciAddress,
  reference: string,
  client: Client,
): Promise<string | undefined> {
  const label = `${labelOf(address)} (${reference})`;
  const answer = await client(`manifests/${reference}`, { headers: { accept: manifestType } });
  if (answer.status === 404) return undefined;
  if (answer.status !== 200) throw refusedBy(address, answer);
  if (reference.startsWith("sha256:")) check(answer.body, reference, label);
  const manifest = jsonOf(answer.body);
  const layers = field(manifest, "layers");
  if (field(manifest, "artifactType") !== artifactType || !Array.isArray(layers) || layers.length !== 1)
    throw new SourceError(`${label} is no package of Stackwright: it is something else that a registry holds.`);
  const [digest, size] = [field(layers[0], "digest"), field(layers[0], "size")];
  if (typeof digest !== "string" || !/^sha256:[0-9a-f]{64}$/.test(digest) || typeof size !== "number")
    throw new SourceError(`${label} names its content in a way that cannot be checked.`);
  if (size > largestPacked) throw new SourceError(`${label} has more than ${largestPacked} bytes.`);
  const blob = await client(`blobs/${digest}`);
  if (blob.status !== 200) throw refusedBy(address, blob);
  if (blob.body.length > largestPacked) throw new SourceError(`${label} has more than ${largestPacked} bytes.`);
  check(blob.body, digest, label);
  const text = await unpackBytes(blob.body, label);
  const found = readPackage(text);
  // The tag is the version, unless it is no version at all, such as `latest`.
  if (found.ok && valid(reference) !== null && found.value.version !== reference) {
    throw new SourceError(`${label} says that it is ${found.value.version}: do not use it.`);
  }
  return text;
}

async function newestTag(address: OciAddress, client: Client): Promise<string> {
  const tags: string[] = [];
  let next: string | undefined = "tags/list";
  for (let page = 0; next !== undefined && page < mostPages; page++) {
    const answer: Answer = await client(next);
    if (answer.status !== 200) throw refusedBy(address, answer);
    const found = field(jsonOf(answer.body), "tags");
    if (Array.isArray(found)) tags.push(...found.filter((tag) => typeof tag === "string"));
    // Only the list's own next page, and nowhere else.
    const query = /<[^>?]*(\?[^>]*)>\s*;\s*rel="?next"?/.exec(answer.headers.get("link") ?? "")?.[1];
    next = query === undefined ? undefined : `tags/list${query}`;
  }
  const versions = rsort(tags.filter((tag) => valid(tag) === tag));
  // As a range does: one that is not finished is taken only where there is no other.
  const newest = versions.find((version) => !version.includes("-")) ?? versions[0];
  if (newest === undefined) throw new SourceError(`${labelOf(address)} has no tag that is a version.`);
  return newest;
}

export function check(bytes: Uint8Array, digest: string, label: string): void {
  if (digestOf(bytes) === digest) return;
  throw new SourceError(`${label} is not what its digest says: it was changed, or broken on the way. Do not use it.`);
}

export const digestOf = (bytes: Uint8Array): string => `sha256:${createHash("sha256").update(bytes).digest("hex")}`;

export const labelOf = ({ origin, repository }: OciAddress): string => `${new URL(origin).host}/${repository}`;

/** What a registry answered, without its words: they may hold what was sent. */
export function refusedBy(address: OciAddress, { status }: Answer): SourceError {
  const why = status === 401 || status === 403 ? " Sign in with docker login, or ask for leave to use it." : "";
  return new SourceError(`The registry refused ${labelOf(address)}: HTTP ${status}.${why}`);
}
