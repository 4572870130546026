import type { Offered } from "../../packages/install";
import { writeArchive } from "../../sources/archive";
import { hashOf } from "../../sources/hashOf";
import { type OciAddress, readOciAddress } from "../../sources/ociAddress";
import { registryClient } from "../../sources/registryClient";
import {
  artifactType,
  type Client,
  digestOf,
  labelOf,
  layerType,
  manifestType,
  readRegistryPackage,
  refusedBy,
} from "../../sources/registryPackage";
import { UsageError } from "../usage";

/** The configuration of an artifact that has none: https://github.com/opencontainers/image-spec/blob/main/manifest.md */
const empty = Buffer.from("{}");
const emptyType = "application/vnd.oci.empty.v1+json";

/**
 * Puts a package into a registry, under its version as a tag. @returns false where it is there already. Throws a
 * `UsageError` where the tag has something else. A registry has no way to write a tag only where there is none, so that of
 * two who publish the same version in the same moment the later one stays.
 */
export async function intoRegistry({ found, hash }: Offered, to: string, dryRun: boolean): Promise<boolean> {
  const address = readOciAddress(to);
  if (address.reference !== undefined) {
    throw new UsageError("The tag is the package's version: leave it out of the address to publish to.");
  }
  const client = registryClient(address);
  // A package's version has no `+`, which a tag could not have.
  const tag = found.version;
  const there = await readRegistryPackage(address, tag, client);
  if (there !== undefined && hashOf(there) === hash) return false;
  if (there !== undefined) {
    throw new UsageError(
      `${labelOf(address)} has ${found.name} ${found.version} already, with other content. A version never changes: raise the version.`,
    );
  }
  if (dryRun) return true;
  const archive = await writeArchive(found.text);
  for (const bytes of [empty, archive]) await sendBlob(address, client, bytes);
  const manifest = JSON.stringify({
    schemaVersion: 2,
    mediaType: manifestType,
    artifactType,
    config: { mediaType: emptyType, digest: digestOf(empty), size: empty.length },
    layers: [{ mediaType: layerType, digest: digestOf(archive), size: archive.length }],
    annotations: { "org.opencontainers.image.title": found.name, "org.opencontainers.image.version": found.version },
  });
  const headers = { "content-type": manifestType };
  const answer = await client(`manifests/${tag}`, { method: "PUT", headers, body: manifest });
  if (answer.status !== 201) throw refusedBy(address, answer);
  return true;
}

async function sendBlob(address: OciAddress, client: Client, bytes: Uint8Array): Promise<void> {
  const begun = await client("blobs/uploads/", { method: "POST" });
  const location = begun.headers.get("location");
  if (begun.status !== 202 || location === null) throw refusedBy(address, begun);
  const url = new URL(location, begun.url);
  url.searchParams.set("digest", digestOf(bytes));
  const headers = { "content-type": "application/octet-stream" };
  const sent = await client(url.href, { method: "PUT", headers, body: bytes });
  if (sent.status !== 201) throw refusedBy(address, sent);
}
