import Mocha from "mocha";
import { runMocha, Silent } from "./run";

/** Entry of what runs in an extension host: VS Code's server, the web worker, and desktop VS Code. */
export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: "bdd", timeout: 20_000, reporter: Silent });
  mocha.suite.emit("pre-require", globalThis as unknown as Mocha.MochaGlobals, "", mocha);
  await import("./suites");
  await runMocha(mocha);
}
