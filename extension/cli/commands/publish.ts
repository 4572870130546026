import type { Options } from "../parseArguments";
import type { Terminal } from "../terminal";
import { UsageError } from "../usage";

/** Checks a package and puts it into an index: a folder, a git repository, or an OCI registry. */
export async function publish(options: Options, terminal: Terminal): Promise<number> {
  const { packageToPublish } = await import("../packages/pack");
  const { publishPackage } = await import("../packages/publish");
  const { to, dryRun, json } = options;
  if (to === undefined) {
    throw new UsageError(
      "stackwright publish needs --to: a folder, or the address of a git repository or an OCI registry.",
    );
  }
  const fetched = await packageToPublish(options.files[0] ?? ".", terminal);
  const { name, version } = fetched.found;
  const isNew = await publishPackage(fetched, to, dryRun);
  const changed = isNew && !dryRun;
  if (json)
    terminal.out(`${JSON.stringify({ ok: true, changed, new: isNew, name, version, to, hash: fetched.hash })}\n`);
  else if (!isNew) terminal.out(`${to} has ${name} ${version} already, the same; nothing changed.\n`);
  else terminal.out(`${name} ${version} ${dryRun ? "would be" : "is"} in ${to}: ${fetched.hash}\n`);
  return 0;
}
