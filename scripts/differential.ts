import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startSandbox } from "../extension/sandbox/sandbox";
import { installPeers } from "./bench/peers";
import { calls } from "./differential/calls";
import { runClients } from "./differential/clients";
import { differences } from "./differential/compare";
import { unexplained } from "./differential/explanations";
import { startMoto } from "./differential/moto";
import { runMain } from "./setup/main";
import { root } from "./setup/paths";
import { setupPython } from "./setup/python";

/**
 * Makes the same calls to the Sandbox and to moto, and has the AWS CLI and the CDK CLI deploy to the Sandbox. Prints every
 * difference, and ends with 1 when docs/sandbox.md does not explain one, or explains one that is not there.
 */
async function differential(): Promise<void> {
  const started = performance.now();
  const [programs, peers] = [await setupPython(), await installPeers()];
  const directory = mkdtempSync(join(tmpdir(), "stackwright-differential-"));
  const sandbox = await startSandbox({ directory, speed: 0 });
  const moto = await startMoto(programs);
  try {
    const found = await differences(calls, sandbox.endpoint, moto.endpoint);
    console.log(`${calls.length} calls to the Sandbox and to moto; ${found.length} come to something else:`);
    for (const { name, sandbox: here, other } of found) {
      console.log(`\n${name}\n  Sandbox  ${here.slice(0, 300)}\n  moto     ${other.slice(0, 300)}`);
    }
    const steps = await runClients(sandbox.endpoint, programs, peers);
    console.log("\nClients of the Sandbox:");
    for (const { name, got, seconds } of steps) {
      console.log(`  ${name.padEnd(24)} ${seconds.toFixed(1).padStart(5)} s  ${got}`);
    }
    const wrong = steps.filter(({ got, wanted }) => got !== wanted);
    const problems = [
      ...unexplained(found, readFileSync(join(root, "docs", "sandbox.md"), "utf8")),
      ...wrong.map(
        ({ name, wanted, got, written }) => `${name}: ${got} instead of ${wanted}.\n${written.slice(-2_000)}`,
      ),
    ];
    console.log(`\n${((performance.now() - started) / 1_000).toFixed(1)} s; ${problems.length} problems.`);
    for (const problem of problems) {
      console.error(problem);
    }
    process.exitCode = problems.length > 0 ? 1 : 0;
  } finally {
    await moto.close();
    await sandbox.close();
    rmSync(directory, { recursive: true, force: true });
  }
}

runMain(differential);
