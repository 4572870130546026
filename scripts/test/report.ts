export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** The part of vitest's JSON report that counts. */
export interface VitestReport {
  readonly testResults: readonly {
    readonly name: string;
    /** A file that could not be read or whose hook threw has `failed` here and perhaps no failed test. */
    readonly status: string;
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
}

/** Counts the tests. A file that failed without a failed test in it counts as one. */
export function tallyOf(report: VitestReport): Tally {
  let [passed, failed, skipped] = [0, 0, 0];
  for (const { status, assertionResults } of report.testResults) {
    const failures = assertionResults.filter((test) => test.status === "failed").length;
    failed += failures === 0 && status === "failed" ? 1 : failures;
    passed += assertionResults.filter((test) => test.status === "passed").length;
    skipped += assertionResults.filter((test) => test.status !== "passed" && test.status !== "failed").length;
  }
  return { passed, failed, skipped };
}

/** The files of a report in which something failed. */
export function failedFiles(report: VitestReport): readonly string[] {
  return report.testResults.filter(({ status }) => status === "failed").map(({ name }) => name);
}

/** A report in which the files of a second one have the results of that. */
export function replaceFiles(report: VitestReport, second: VitestReport): VitestReport {
  const again = new Map(second.testResults.map((result) => [result.name, result]));
  return { testResults: report.testResults.map((result) => again.get(result.name) ?? result) };
}

/** The names of the tests that were not run. */
export function skippedIn(report: VitestReport): readonly string[] {
  return report.testResults.flatMap(({ assertionResults }) =>
    assertionResults.filter(({ status }) => status !== "passed" && status !== "failed").map(({ fullName }) => fullName),
  );
}

export function add(one: Tally, other: Tally): Tally {
  return {
    passed: one.passed + other.passed,
    failed: one.failed + other.failed,
    skipped: one.skipped + other.skipped,
  };
}

export function lastLine({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}
