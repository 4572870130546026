import { existsSync } from "node:fs";
import { cp, rm } from "node:fs/promises";
import { join } from "node:path";
import { cache, root } from "../setup/paths";

/** A copy of the Discourse sample to play with. It is kept from start to start; `fresh` throws it away first. */
export async function playground({ fresh }: { readonly fresh: boolean }): Promise<{ folder: string; file: string }> {
  const folder = join(cache, "start", "discourse");
  if (fresh) await rm(folder, { recursive: true, force: true });
  if (!existsSync(folder)) await cp(join(root, "samples", "discourse"), folder, { recursive: true });
  return { folder, file: join(folder, "stackwright.yaml") };
}
