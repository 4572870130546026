import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const source = join(__dirname, "peers");
const cache = join(__dirname, "..", "..", ".cache", "bench-peers");

/** Installs the peers into a cache of their own when they are not there, and gives its path. */
export function installPeers(): string {
  const lock = "package-lock.json";
  const current =
    existsSync(join(cache, "node_modules", "aws-cdk-lib")) &&
    readFileSync(join(cache, lock), "utf8") === readFileSync(join(source, lock), "utf8");
  mkdirSync(cache, { recursive: true });
  cpSync(source, cache, { recursive: true });
  if (!current) {
    console.error("Installing what the benchmark compares with ...");
    execFileSync("npm", ["ci", "--ignore-scripts"], {
      cwd: cache,
      stdio: ["ignore", "ignore", "inherit"],
      shell: process.platform === "win32",
    });
  }
  return cache;
}
