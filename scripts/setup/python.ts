import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { apt, asRoot } from "./apt";
import { attempt, command } from "./command";
import { MissingPart, makeOnce } from "./part";
import { cache, root } from "./paths";

const requirements = join(root, "test", "requirements.txt");
const interpreters = process.platform === "win32" ? ["python", "py"] : ["python3", "python"];

/** The folder of the programs (`aws`, `cfn-lint`) of a virtual environment with `test/requirements.txt` in it. */
export async function setupPython(): Promise<string> {
  const folder = join(cache, "python");
  const programs = join(folder, process.platform === "win32" ? "Scripts" : "bin");
  await makeOnce(folder, await readFile(requirements, "utf8"), async () => {
    await makeEnvironment(folder);
    const python = join(programs, process.platform === "win32" ? "python.exe" : "python");
    await command(python, ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", requirements]);
  });
  return programs;
}

async function makeEnvironment(folder: string): Promise<void> {
  if (await tryEnvironment(folder)) return;
  const prefix = await asRoot();
  if (prefix !== undefined) {
    console.log("Installing python3-venv with apt-get (once) ...");
    await apt(prefix, ["update"]);
    await apt(prefix, ["install", "--yes", "--no-install-recommends", "python3", "python3-venv"]);
    if (await tryEnvironment(folder)) return;
  }
  throw new MissingPart(
    "Python 3 with its venv module",
    "Install it (Debian: apt-get install python3 python3-venv; elsewhere: python.org) and run the command again.",
  );
}

async function tryEnvironment(folder: string): Promise<boolean> {
  for (const python of interpreters) {
    const result = await attempt(python, ["-m", "venv", "--clear", folder]).catch(() => undefined);
    if (result?.code === 0 && existsSync(folder)) return true;
  }
  return false;
}
