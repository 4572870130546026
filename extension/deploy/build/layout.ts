import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { readFile, rename, stat } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";

/** A file of an image: its configuration, or a layer. */
export interface Blob {
  readonly mediaType: string;
  readonly digest: string;
  /** Bytes. */
  readonly size: number;
}

/** An image in a folder, ready to be sent: blobs by their digest, and the manifest that names them. */
export interface Layout {
  readonly folder: string;
  readonly digest: string;
  readonly manifest: string;
  readonly mediaType: string;
  /** The configuration and the layers. */
  readonly blobs: readonly Blob[];
}

interface Manifest {
  readonly schemaVersion: number;
  readonly mediaType?: string;
  readonly config: Blob;
  readonly layers: readonly Blob[];
}

const imageManifest = "application/vnd.oci.image.manifest.v1+json";
const plainLayer = /^application\/vnd\.(?:oci\.image\.layer\.v1\.tar|docker\.image\.rootfs\.diff\.tar)$/;
const zippedLayer = "application/vnd.oci.image.layer.v1.tar+gzip";

export const fileOf = (folder: string, digest: string): string =>
  join(folder, "blobs", "sha256", digest.replace(/^sha256:/, ""));

/**
 * Reads an image layout (https://github.com/opencontainers/image-spec) that `docker save` or `podman save` wrote. Layers
 * that are not compressed are, always to the same bytes, so that the same image has the same digest. Throws an `Error`
 * where there is no image layout, as of Docker before 25, and where a file is not what its digest says.
 */
export async function readLayout(folder: string): Promise<Layout> {
  const first = await manifestIn(folder);
  const config = first.config;
  const layers = await Promise.all(first.layers.map((layer) => compressed(folder, layer)));
  const manifest = JSON.stringify({
    schemaVersion: 2,
    mediaType: imageManifest,
    config: { mediaType: config.mediaType, digest: config.digest, size: config.size },
    layers,
  });
  const blobs = [...new Map([config, ...layers].map((blob) => [blob.digest, blob])).values()];
  for (const blob of blobs) await check(folder, blob);
  const digest = `sha256:${createHash("sha256").update(manifest).digest("hex")}`;
  return { folder, digest, manifest, mediaType: imageManifest, blobs };
}

/** The one image of a layout; behind an index of platforms, the one that is no attestation. */
async function manifestIn(folder: string): Promise<Manifest> {
  const index = JSON.parse(await readFile(join(folder, "index.json"), "utf8").catch(() => "{}")) as unknown;
  let found = index;
  for (let depth = 0; depth < 4; depth += 1) {
    const manifests = (found as { readonly manifests?: readonly (Blob & { readonly annotations?: object })[] })
      .manifests;
    if (manifests === undefined) break;
    const next = manifests.find(
      ({ annotations }) => !Object.keys(annotations ?? {}).includes("vnd.docker.reference.type"),
    );
    if (next === undefined || !/^sha256:[0-9a-f]{64}$/.test(next.digest)) break;
    found = JSON.parse(await readFile(fileOf(folder, next.digest), "utf8"));
  }
  const manifest = found as Partial<Manifest>;
  if (manifest.config !== undefined && Array.isArray(manifest.layers)) return manifest as Manifest;
  throw new Error("It wrote no image layout. Docker does from version 25 on, and Podman always.");
}

/** A layer as it is sent. Level and header are fixed, so that the bytes depend on the layer alone. */
async function compressed(folder: string, layer: Blob): Promise<Blob> {
  const { mediaType, digest, size } = layer;
  if (!plainLayer.test(mediaType)) return { mediaType, digest, size };
  const file = join(folder, `${digest.slice("sha256:".length)}.gz`);
  const hash = createHash("sha256");
  const zip = createGzip({ level: 6 });
  zip.on("data", (chunk: Buffer) => hash.update(chunk));
  await pipeline(createReadStream(fileOf(folder, digest)), zip, createWriteStream(file));
  const zipped = `sha256:${hash.digest("hex")}`;
  await rename(file, fileOf(folder, zipped));
  return { mediaType: zippedLayer, digest: zipped, size: (await stat(fileOf(folder, zipped))).size };
}

async function check(folder: string, { digest, size }: Blob): Promise<void> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(fileOf(folder, digest)), hash);
  const found = `sha256:${hash.digest("hex")}`;
  const bytes = (await stat(fileOf(folder, digest))).size;
  if (found !== digest || bytes !== size) throw new Error(`${digest} is not what it says: it is ${found}.`);
}
