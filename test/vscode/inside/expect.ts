/** Assertions that also run in a web worker, where there is no `node:assert`. */
export function equal(actual: unknown, expected: unknown, what = "value"): void {
  const [got, wanted] = [show(actual), show(expected)];
  if (got !== wanted) throw new Error(`${what} is ${got}, expected ${wanted}`);
}

export function ok(condition: boolean, message: string): asserts condition {
  if (!condition) throw new Error(message);
}

/** Fails unless every wanted item is there. */
export function includes(actual: readonly string[], wanted: readonly string[], what = "list"): void {
  const absent = wanted.filter((item) => !actual.includes(item));
  if (absent.length > 0) throw new Error(`${what} has no ${show(absent)}; it has ${show(actual)}`);
}

/** Gives what `read` gives as soon as it is not undefined; fails after the limit with `what` in words. */
export async function eventually<T>(what: string, read: () => T | undefined | Promise<T | undefined>): Promise<T> {
  const end = Date.now() + 20_000;
  for (;;) {
    const value = await read();
    if (value !== undefined) return value;
    if (Date.now() > end) throw new Error(`waited 20 s in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

function show(value: unknown): string {
  return typeof value === "string" ? JSON.stringify(value) : JSON.stringify(value, undefined, 1);
}
