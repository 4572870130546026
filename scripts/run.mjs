// The door behind every npm script: plain JavaScript, since on a fresh clone nothing is installed yet.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { withLock } from "./setup/lock.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const oldestNode = 20;

async function main() {
  const [name, ...args] = process.argv.slice(2);
  const script = join(root, "scripts", `${name}.ts`);
  if (!name || !existsSync(script)) fail(`There is no script "${name ?? ""}" in scripts/.`);
  if (Number(process.versions.node.split(".")[0]) < oldestNode) {
    fail(`Stackwright needs Node ${oldestNode} or later; this is ${process.version}. Get it from https://nodejs.org.`);
  }
  if (!isInstalled()) await withLock(join(root, ".cache", "install.lock"), async () => isInstalled() || install());
  process.exitCode = await run(script, args);
}

/** The marker holds the hash of the lock file that node_modules was made from. */
function isInstalled() {
  const marker = markerFile();
  return existsSync(marker) && readFileSync(marker, "utf8") === lockHash();
}

function install() {
  // An existing folder is brought up to date in place: `npm ci` would take it away from whoever is using it.
  const exact = ["ci"];
  const lenient = ["install", "--no-save"];
  // A registry that lacks a package of another platform makes `npm ci` refuse; `npm install` goes on without it.
  const ways = existsSync(join(root, "node_modules")) ? [lenient] : [exact, lenient];
  if (!ways.some(runNpm)) fail("npm could not install the packages; its own message is above.");
  writeFileSync(markerFile(), lockHash());
}

function runNpm(command) {
  const args = [...command, "--include=dev", "--prefer-offline", "--no-audit", "--no-fund"];
  console.log(`Installing packages (npm ${command[0]}) ...`);
  const npm = process.env.npm_execpath?.endsWith(".js")
    ? [process.execPath, process.env.npm_execpath]
    : process.platform === "win32"
      ? ["cmd.exe", "/d", "/c", "npm"]
      : ["npm"];
  const result = spawnSync(npm[0], [...npm.slice(1), ...args], { cwd: root, stdio: ["ignore", "inherit", "inherit"] });
  return result.status === 0;
}

function run(script, args) {
  const child = spawn(process.execPath, ["--import", "tsx", script, ...args], { cwd: root, stdio: "inherit" });
  // A terminal sends Ctrl-C to both; the script cleans up, and its end is ours.
  process.on("SIGINT", () => {});
  process.on("SIGTERM", () => child.kill("SIGTERM"));
  return new Promise((resolve) => {
    child.on("error", (error) => fail(error.message));
    child.on("close", (code) => resolve(code ?? 1));
  });
}

function markerFile() {
  return join(root, "node_modules", ".stackwright");
}

function lockHash() {
  return createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex");
}

function fail(message) {
  console.error(message);
  process.exit(1);
}

await main();
