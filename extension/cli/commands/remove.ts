import type { Options } from "../parseArguments";
import type { Terminal } from "../terminal";

/** Takes a package's components out of the manifest, and its entry out of the lock. Nothing that is deployed changes by that. */
export async function remove(options: Options, terminal: Terminal): Promise<number> {
  const { removePackage } = await import("../packages/remove");
  const { indexFor } = await import("../packages/sourceOf");
  const [name = ""] = options.operands;
  const [manifest = "stackwright.yaml"] = options.files;
  const { components: removed, unused } = await removePackage(
    { name, manifest, force: options.force },
    await indexFor({ name, manifest, index: options.index }, terminal),
  );
  if (options.json) terminal.out(`${JSON.stringify({ ok: true, name, removed, unused })}\n`);
  else {
    const list = removed.map((component) => `  ${component}\n`).join("");
    terminal.out(
      `${name} is no longer in ${manifest}:\n${list}What is deployed stays until the next deployment; stackwright plan shows what that deletes.\n`,
    );
    for (const other of unused) {
      terminal.out(`${other} stays, which nothing uses any more: stackwright remove ${other} takes it out.\n`);
    }
  }
  return 0;
}
