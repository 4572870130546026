/** A module that must fail: it shows that a failure inside VS Code reaches the harness. */
import Mocha from "mocha";
import { runMocha } from "./run";

export async function run(): Promise<void> {
  const mocha = new Mocha({ reporter: Mocha.reporters.Base });
  const suite = Mocha.Suite.create(mocha.suite, "a failing suite");
  suite.addTest(
    new Mocha.Test("fails on purpose", () => {
      throw new Error("on purpose");
    }),
  );
  suite.addTest(new Mocha.Test("passes", () => {}));
  await runMocha(mocha);
}
