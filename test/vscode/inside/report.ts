/** One line for each test, read by the harness outside from the extension host's console. */
export const marker = "stackwright-test:";

export interface InsideResult {
  readonly suite: string;
  readonly title: string;
  readonly state: "passed" | "failed" | "skipped";
  readonly milliseconds: number;
  readonly error?: string;
}

export function encodeResult(result: InsideResult): string {
  return marker + JSON.stringify(result);
}

export function decodeResult(line: string): InsideResult | undefined {
  const start = line.indexOf(marker);
  return start < 0 ? undefined : (JSON.parse(line.slice(start + marker.length)) as InsideResult);
}
