import { existsSync } from "node:fs";
import { mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { npm } from "./command";
import { MissingPart, makeOnce } from "./part";
import { cache } from "./paths";

const version = "24";

/** The path of a Node 24: this one when it is new enough, else the build that npm carries. */
export async function setupNode24(): Promise<string> {
  if (Number(process.versions.node.split(".")[0]) >= Number(version)) return process.execPath;
  const folder = join(cache, "node24");
  await makeOnce(folder, version, async () => {
    await writeFile(join(folder, "package.json"), '{ "private": true }\n');
    await mkdir(join(folder, "node_modules"), { recursive: true });
    await npm(["install", "--no-save", "--no-audit", "--no-fund", "--no-package-lock", `node@${version}`], {
      cwd: folder,
    });
  });
  const found = await findBinary(folder);
  if (found === undefined) {
    throw new MissingPart(
      "Node 24 (the newest VS Code server needs it)",
      "Install Node 24 and run the command with it.",
    );
  }
  return found;
}

/** The package `node` brings its binary in a platform package, hoisted or nested. */
async function findBinary(folder: string): Promise<string | undefined> {
  const outer = join(folder, "node_modules");
  for (const modules of [outer, join(outer, "node", "node_modules")]) {
    if (!existsSync(modules)) continue;
    for (const name of await readdir(modules)) {
      if (!name.startsWith("node")) continue;
      for (const file of [join(modules, name, "bin", "node"), join(modules, name, "bin", "node.exe")]) {
        if (existsSync(file)) return file;
      }
    }
  }
  return undefined;
}
