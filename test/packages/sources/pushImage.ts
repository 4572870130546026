import { createHash } from "node:crypto";

const index = "application/vnd.oci.image.index.v1+json";
const image = "application/vnd.oci.image.manifest.v1+json";
const config = "application/vnd.oci.image.config.v1+json";

const digestOf = (text: string): string => `sha256:${createHash("sha256").update(text).digest("hex")}`;

async function put(url: string | URL, body: string, type: string): Promise<void> {
  const answer = await fetch(url, { method: "PUT", body, headers: { "content-type": type } });
  if (answer.status !== 201) throw new Error(`${url}: HTTP ${answer.status} ${await answer.text()}`);
}

/** Puts an image without layers into a registry. @returns the digest of its manifest */
async function pushPlatform(repository: string, tag: string, architecture: string, made: string): Promise<string> {
  const settings = JSON.stringify({ os: "linux", architecture, config: { Labels: { made } } });
  const begun = await fetch(`${repository}/blobs/uploads/`, { method: "POST" });
  const upload = new URL(begun.headers.get("location") ?? "", begun.url);
  upload.searchParams.set("digest", digestOf(settings));
  await put(upload, settings, "application/octet-stream");
  const manifest = JSON.stringify({
    schemaVersion: 2,
    mediaType: image,
    config: { mediaType: config, digest: digestOf(settings), size: settings.length },
    layers: [],
  });
  await put(`${repository}/manifests/${tag}`, manifest, image);
  return digestOf(manifest);
}

/**
 * Puts an image into a registry, as an index of several platforms, or by itself for one.
 * @param name `shop/web:1.0`
 * @param made makes it another one
 * @returns the digests by architecture
 */
export async function pushImage(
  host: string,
  name: string,
  architectures: readonly string[],
  made = "first",
): Promise<ReadonlyMap<string, string>> {
  const [path = "", tag = ""] = name.split(":");
  const repository = `http://${host}/v2/${path}`;
  const digests = new Map<string, string>();
  for (const architecture of architectures) {
    const own = architectures.length === 1 ? tag : `${tag}-${architecture}`;
    digests.set(architecture, await pushPlatform(repository, own, architecture, made));
  }
  if (architectures.length === 1) return digests;
  const parts = [...digests].map(([architecture, digest]) => {
    return { mediaType: image, digest, size: 1, platform: { os: "linux", architecture } };
  });
  // As builders put beside them: how the first one was made.
  const [first] = parts;
  const provenance = first && { ...first, platform: { os: "unknown", architecture: "unknown" } };
  const manifests = provenance ? [...parts, provenance] : parts;
  await put(`${repository}/manifests/${tag}`, JSON.stringify({ schemaVersion: 2, mediaType: index, manifests }), index);
  return digests;
}
