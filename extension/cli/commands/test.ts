import type { Options } from "../parseArguments";
import type { Terminal } from "../terminal";

/** Runs the tests that a package brings along. @returns 1 when one has failed */
export async function test(options: Options, terminal: Terminal): Promise<number> {
  const { openPackage } = await import("../packages/sources/openSource");
  const { fetchPackage } = await import("../packages/installation");
  const { runTests } = await import("../packages/runTests");
  const index = await openPackage(options.files[0] ?? ".");
  const [version = ""] = await index.versions(index.only);
  const results = runTests((await fetchPackage(index, index.only, version)).found);
  const ok = results.every(({ why }) => why === undefined);
  if (options.json) terminal.out(`${JSON.stringify({ ok, name: index.only, version, tests: results })}\n`);
  else {
    if (results.length === 0) terminal.out(`${index.only} ${version} has no tests.\n`);
    for (const { name, why } of results)
      terminal.out(why === undefined ? `passed  ${name}\n` : `failed  ${name}: ${why}\n`);
  }
  return ok ? 0 : 1;
}
