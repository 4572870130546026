import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { npm } from "../setup/command";
import { MissingPart, makeOnce } from "../setup/part";
import { cache, root } from "../setup/paths";

/** Where the peers' own package files and programs stand. */
export const peerSource = join(root, "scripts", "bench", "peers");

/** Installs what the tests and the benchmark compare with into a cache of its own, once, and gives its path. */
export async function installPeers(): Promise<string> {
  const folder = join(cache, "bench-peers");
  await makeOnce(folder, readFileSync(join(peerSource, "package-lock.json"), "utf8"), async () => {
    console.error("Installing what the tests and the benchmark compare with (once) ...");
    cpSync(peerSource, folder, { recursive: true });
    await npm(["ci", "--ignore-scripts"], { cwd: folder }).catch((error: Error) => {
      throw new MissingPart(
        "What the tests and the benchmark compare with",
        `npm could not install it: ${error.message}`,
      );
    });
  });
  // The program may have changed since the packages were installed.
  cpSync(join(peerSource, "discourse-stack.js"), join(folder, "discourse-stack.js"));
  return folder;
}
