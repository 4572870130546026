import { confirm } from "../confirm";
import type { Options } from "../parseArguments";
import { renderUpdate, updateRows } from "../render/update";
import { painter } from "../style";
import type { Terminal } from "../terminal";
import { UsageError } from "../usage";

/** Shows what a newer version of a package changes, asks, and writes it. What the person has changed stays. */
export async function update(options: Options, terminal: Terminal): Promise<number> {
  const { planUpdate } = await import("../packages/update");
  const { imageAsker } = await import("../packages/images");
  const { openIndexes } = await import("../../sources/openSource");
  const { indexFor } = await import("../packages/sourceOf");
  const [name = ""] = options.operands;
  const [manifest = "stackwright.yaml"] = options.files;
  const { set, to, json, dryRun, yes } = options;
  if (!dryRun && !yes && (json || !terminal.interactive)) {
    throw new UsageError(
      "stackwright update asks before it writes, and there is nobody to ask here. Look at it with --dry-run first, then add --yes.",
    );
  }
  const planned = await planUpdate(
    { name, manifest, set, askImages: imageAsker(options, terminal), ...(to === undefined ? {} : { to }) },
    await indexFor({ name, manifest, index: options.index }, terminal),
    () => openIndexes(options.index, terminal),
  );
  if (planned === undefined) {
    terminal.out(json ? `${JSON.stringify({ ok: true, changed: false, name })}\n` : `${name}: nothing to update.\n`);
    return 0;
  }
  if (!json) terminal.out(renderUpdate(planned, manifest, painter(terminal.colour)));
  const writes = !dryRun && (yes || (await confirm(`Write this to ${manifest}?`, terminal)));
  if (writes) await planned.write();
  if (json) terminal.out(`${JSON.stringify({ ok: true, changed: writes, ...updateRows(planned) })}\n`);
  else
    terminal.out(
      writes ? `${manifest} is written. stackwright plan shows what a deployment changes.\n` : "Nothing was written.\n",
    );
  return writes || dryRun ? 0 : 1;
}
