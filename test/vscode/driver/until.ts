/**
 * Gives the first answer of `read` that is neither false nor undefined; asks again until then. An error thrown on the way
 * counts as "not yet". After the limit it fails, with `what` and the last answer or error.
 */
export async function until<T>(what: string, read: () => Promise<T | false | undefined>, limit = 15_000): Promise<T> {
  const end = Date.now() + limit;
  let last: unknown;
  for (;;) {
    try {
      const answer = await read();
      if (answer !== false && answer !== undefined) return answer;
    } catch (error) {
      last = error;
    }
    if (Date.now() > end) throw new Error(`Waited in vain for ${what}.${last ? ` ${String(last)}` : ""}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
