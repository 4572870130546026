import Mocha from "mocha";
import { runMocha } from "./run";

/** Entry of what runs in an extension host: VS Code's server, the web worker, and desktop VS Code. */
export async function run(): Promise<void> {
  // The base of all reporters prints nothing.
  const mocha = new Mocha({ ui: "bdd", timeout: 60_000, reporter: Mocha.reporters.Base });
  mocha.suite.emit("pre-require", globalThis as unknown as Mocha.MochaGlobals, "", mocha);
  await import("./suites");
  await runMocha(mocha);
}
