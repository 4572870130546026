import type Mocha from "mocha";
import { encodeResult } from "./report";

/** Runs what was registered, reports each test by its own line, and rejects when one failed or none ran. */
export function runMocha(mocha: Mocha): Promise<void> {
  return new Promise((resolve, reject) => {
    let count = 0;
    const say = (test: Mocha.Test, state: "passed" | "failed" | "skipped", error?: Error): void => {
      count += 1;
      const suite = test.parent?.fullTitle() ?? "";
      const result = { suite, title: test.title, state, milliseconds: test.duration ?? 0 };
      console.log(encodeResult(error ? { ...result, error: error.stack ?? error.message } : result));
    };
    mocha
      .run((failures) => {
        if (failures > 0) reject(new Error(`${failures} of ${count} tests failed.`));
        else if (count === 0) reject(new Error("No test ran."));
        else resolve();
      })
      .on("pass", (test) => say(test, "passed"))
      .on("fail", (test, error) => say(test, "failed", error))
      .on("pending", (test) => say(test, "skipped"));
  });
}
