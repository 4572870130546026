import type { Options } from "../parseArguments";
import type { Terminal } from "../terminal";
import { UsageError } from "../usage";

/** Lists the packages of the index whose name, title or description has a text in it; all of them without one. */
export async function search(options: Options, terminal: Terminal): Promise<number> {
  const { openIndexes } = await import("../../sources/openSource");
  const { newestPackages } = await import("../packages/newestPackages");
  const [text = ""] = options.files;
  const wanted = text.toLowerCase();
  const found = (await newestPackages(await openIndexes(options.index, terminal))).filter(
    ({ name, title, description }) => `${name}\n${title}\n${description}`.toLowerCase().includes(wanted),
  );
  const rows = found.map(({ name, version, title, appVersion, licence, description }) => {
    return { name, version, title, appVersion, licence, description };
  });
  if (options.json) {
    terminal.out(`${JSON.stringify({ ok: rows.length > 0, packages: rows })}\n`);
    return rows.length > 0 ? 0 : 1;
  }
  if (rows.length === 0) throw new UsageError(`No package says ${text}. stackwright search lists them all.`);
  const width = Math.max(...rows.map(({ name }) => name.length));
  for (const { name, version, description } of rows) {
    terminal.out(`${name.padEnd(width)}  ${version}  ${description}\n`);
  }
  return 0;
}
