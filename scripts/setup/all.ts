import { installPeers } from "../bench/peers";
import { setupChromium } from "./chromium";
import { type Containers, setupContainers } from "./containers";
import { setupGoTools } from "./goTools";
import { MissingPart } from "./part";
import { setupPython } from "./python";
import { setupTerraform } from "./terraform";
import { setupVscode, type VscodeServer } from "./vscode";

/** What this machine has for the tests. A part that could not be had says in its place what is missing and how to get it. */
export interface Tools {
  readonly oldest: VscodeServer;
  readonly newest: VscodeServer | MissingPart;
  readonly chromium: string | MissingPart;
  /** The folder with `aws` and `cfn-lint`. */
  readonly python: string | MissingPart;
  readonly containers: Containers | MissingPart;
  /** The folder with the checkers of what is exported. */
  readonly goTools: string | MissingPart;
  /** The folder with OpenTofu and the published schemas. */
  readonly terraform: string | MissingPart;
  /** The folder with yaml-language-server, and with what the benchmark compares with. */
  readonly peers: string | MissingPart;
}

/** Sets up everything, in parallel. With `CI` set a missing part is an error; elsewhere its tests are skipped. */
export async function setupAll(): Promise<Tools> {
  const [oldest, newest, chromium, python, containers, goTools, terraform, peers] = await Promise.all([
    setupVscode("oldest"),
    orMissing(setupVscode("newest")),
    orMissing(setupChromium()),
    orMissing(setupPython()),
    orMissing(setupContainers()),
    orMissing(setupGoTools()),
    onLinux(setupTerraform),
    orMissing(installPeers()),
  ]);
  return { oldest, newest, chromium, python, containers, goTools, terraform, peers };
}

/** The parts that are not there. */
export function missingIn(tools: Tools): readonly MissingPart[] {
  return Object.values(tools).filter((tool) => tool instanceof MissingPart);
}

/** What takes minutes to build and judges files that are the same everywhere. */
async function onLinux<T>(setup: () => Promise<T>): Promise<T | MissingPart> {
  if (process.platform === "linux") return await orMissing(setup());
  return new MissingPart("OpenTofu", "It is built on Linux alone; its tests are skipped here.");
}

async function orMissing<T>(work: Promise<T>): Promise<T | MissingPart> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof MissingPart && !process.env["CI"]) return error;
    throw error;
  }
}
