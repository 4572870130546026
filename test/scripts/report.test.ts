import { expect, test } from "vitest";
import { add, failedFiles, lastLine, replaceFiles, skippedIn, tallyOf } from "../../scripts/test/report";

const file = (status: string, ...tests: string[]) => ({
  name: "a.test.ts",
  status,
  assertionResults: tests.map((each, index) => ({ fullName: `test ${index}`, status: each })),
});

test("counts each test by its state", () => {
  const report = { testResults: [file("passed", "passed", "skipped", "todo"), file("failed", "failed", "passed")] };
  expect(tallyOf(report)).toEqual({ passed: 2, failed: 1, skipped: 2 });
});

test("counts a file that broke before its tests as a failure", () => {
  expect(tallyOf({ testResults: [file("failed")] })).toEqual({ passed: 0, failed: 1, skipped: 0 });
});

test("names what was skipped", () => {
  expect(skippedIn({ testResults: [file("passed", "passed", "pending")] })).toEqual(["test 1"]);
});

test("gives a file that was tried again the results of the second try, and leaves the others", () => {
  const other = { ...file("failed", "failed"), name: "b.test.ts" };
  const first = { testResults: [file("failed", "failed", "passed"), other] };
  expect(failedFiles(first)).toEqual(["a.test.ts", "b.test.ts"]);
  expect(replaceFiles(first, { testResults: [file("passed", "passed", "passed")] })).toEqual({
    testResults: [file("passed", "passed", "passed"), other],
  });
});

test("sums up in one line", () => {
  const sum = add({ passed: 1, failed: 2, skipped: 3 }, { passed: 10, failed: 20, skipped: 30 });
  expect(lastLine(sum)).toBe("11 passed, 22 failed, 33 skipped");
});
