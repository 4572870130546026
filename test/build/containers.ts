import { spawn } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { findContainers } from "../../scripts/setup/containers";
import { until } from "../vscode/driver/until";

const found = findContainers();
/** Why these tests are left out; never in CI. */
export const missing = found || process.env["CI"] ? undefined : "Podman or a registry is not installed";

export interface Registry {
  /** `127.0.0.1:5000` */
  readonly host: string;
  close(): Promise<void>;
}

/** The reference implementation of a registry, on a port and a folder of its own. `login`: only for who says these. */
export async function startRegistry(): Promise<Registry> {
  if (found === undefined) throw new Error("Podman or a registry is not installed.");
  const folder = await mkdtemp(join(tmpdir(), "stackwright-registry-"));
  const port = await freePort();
  const host = `127.0.0.1:${port}`;
  const file = join(folder, "config.yml");
  await writeFile(
    file,
    `version: 0.1\nlog: { level: error }\nstorage: { filesystem: { rootdirectory: ${join(folder, "data")} } }\nhttp: { addr: "${host}" }\n`,
  );
  const server = spawn(found.registry, ["serve", file], { stdio: "ignore" });
  await until("the registry", async () => (await fetch(`http://${host}/v2/`)).ok);
  return {
    host,
    async close() {
      server.kill();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A folder with these files, removed by `remove`. */
export async function folderOf(files: { readonly [name: string]: string }) {
  const folder = await mkdtemp(join(tmpdir(), "stackwright-build-"));
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}
