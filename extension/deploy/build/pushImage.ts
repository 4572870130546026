import { fileOf, type Layout } from "./layout";
import type { Repository } from "./registry";

/** Bytes that were sent, of all that were not there yet. */
export type Progress = (sent: number, total: number) => void;

/**
 * Sends an image to a repository; what is there already is not sent again, so that a second try goes on where the first
 * stopped. The manifest goes last: an image that is there is whole. Throws a `DeployError`.
 * @returns whether anything had to be sent
 */
export async function pushImage(
  repository: Repository,
  layout: Layout,
  progress: Progress = () => {},
): Promise<boolean> {
  if (await repository.has("manifests", layout.digest)) return false;
  const there = await Promise.all(layout.blobs.map(({ digest }) => repository.has("blobs", digest)));
  const missing = layout.blobs.filter((_, index) => there[index] !== true);
  const total = missing.reduce((sum, { size }) => sum + size, 0);
  let sent = 0;
  progress(sent, total);
  // One after the other: a home's way out is the bottleneck, and a half of everything helps nobody.
  for (const { digest, size } of missing) {
    await repository.sendBlob(fileOf(layout.folder, digest), digest, size);
    sent += size;
    progress(sent, total);
  }
  await repository.sendManifest(layout.manifest, layout.mediaType, layout.digest);
  return true;
}
