import type { Options } from "../parseArguments";
import type { Terminal } from "../terminal";

/** Runs the tests that a package brings along. @returns 1 when one has failed */
export async function test(options: Options, terminal: Terminal): Promise<number> {
  const { fetchNeeds } = await import("../packages/fetchNeeds");
  const { openIndexes } = await import("../../sources/openSource");
  const { fetchPlace } = await import("../packages/fetchPlace");
  const { runTests } = await import("../packages/runTests");
  const offered = await fetchPlace(options.files[0] ?? ".");
  const { name: called, version } = offered.found;
  const known = await fetchNeeds(offered.found, () => openIndexes([], terminal));
  const results = runTests(offered, known);
  const ok = results.every(({ why }) => why === undefined);
  if (options.json) terminal.out(`${JSON.stringify({ ok, name: called, version, tests: results })}\n`);
  else {
    if (results.length === 0) terminal.out(`${called} ${version} has no tests.\n`);
    for (const { name, why } of results)
      terminal.out(why === undefined ? `passed  ${name}\n` : `failed  ${name}: ${why}\n`);
  }
  return ok ? 0 : 1;
}
