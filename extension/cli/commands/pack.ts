import { join } from "node:path";
import type { Options } from "../parseArguments";
import type { Terminal } from "../terminal";

/** Checks a package and writes it as one file, `<name>-<version>.tgz`: the same package gives the same bytes. */
export async function pack(options: Options, terminal: Terminal): Promise<number> {
  const { packageToPublish } = await import("../packages/pack");
  const { writeArchive } = await import("../../sources/archive");
  const { hashOf } = await import("../../sources/hashOf");
  const { writeTogether } = await import("../packages/writeTogether");
  const { found } = await packageToPublish(options.files[0] ?? ".", terminal);
  const { name, version } = found;
  const bytes = await writeArchive(found.text);
  const hash = hashOf(bytes);
  const file = join(options.output ?? ".", `${name}-${version}.tgz`);
  await writeTogether(new Map([[file, bytes]]));
  if (options.json) terminal.out(`${JSON.stringify({ ok: true, name, version, file, bytes: bytes.length, hash })}\n`);
  else terminal.out(`${file}: ${bytes.length} bytes, ${hash}\n`);
  return 0;
}
