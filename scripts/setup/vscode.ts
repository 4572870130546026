import { copyFile, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { command, npm } from "./command";
import { setupNode24 } from "./node";
import { makeOnce } from "./part";
import { cache, root } from "./paths";

/**
 * VS Code's own server, as the npm package `code-server` carries it; its minor number is VS Code's.
 * `oldest` is what `engines.vscode` promises.
 */
export const vscodeVersions = { oldest: "4.100.3", newest: "4.139.1" } as const;
export type VscodeVersion = keyof typeof vscodeVersions;

export interface VscodeServer {
  readonly version: VscodeVersion;
  /** VS Code's number: `1.100.3`. */
  readonly number: string;
  /** Holds `out/server-main.js`. */
  readonly folder: string;
  /** The Node to run it with. */
  readonly node: string;
}

/** Downloads the server from the package registry, once. The newest one needs Node 24, which comes along. */
export async function setupVscode(version: VscodeVersion): Promise<VscodeServer> {
  const release = vscodeVersions[version];
  const folder = join(cache, "vscode", release);
  const node = version === "newest" ? await setupNode24() : process.execPath;
  await makeOnce(folder, release, async () => {
    await npm(["pack", `code-server@${release}`, "--silent"], { cwd: folder });
    const tarball = (await readdir(folder)).find((name) => name.endsWith(".tgz"));
    if (tarball === undefined) throw new Error(`npm did not deliver code-server@${release}.`);
    await command("tar", ["-xzf", tarball, "package/lib/vscode"], { cwd: folder });
    await rm(join(folder, tarball));
    // Without scripts no compiler is needed; of what stays unbuilt, extensions use only the log, for which there is a writer.
    const install = ["install", "--omit=dev", "--ignore-scripts", "--no-audit", "--no-fund"];
    await npm(install, { cwd: join(folder, "package", "lib", "vscode") });
  });
  const server = join(folder, "package", "lib", "vscode");
  const writer = join(root, "scripts", "setup", "outputWriter.cjs");
  await copyFile(writer, join(server, "node_modules", "@vscode", "spdlog", "index.js"));
  return { version, number: release.replace(/^4/, "1"), folder: server, node };
}
