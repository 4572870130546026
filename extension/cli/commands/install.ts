import { nextStep } from "../../packages/nextStep";
import type { Options } from "../parseArguments";
import { deprecation } from "../render/update";
import type { Terminal } from "../terminal";
import { UsageError } from "../usage";

/** Puts a package of the index into the manifest, and its exact version and hash into the lock. */
export async function install(options: Options, terminal: Terminal): Promise<number> {
  const { installFrom } = await import("../packages/installFrom");
  const { installPackage } = await import("../packages/install");
  const { indexFor } = await import("../packages/sources/sourceOf");
  const { isPlace } = await import("../packages/sources/openSource");
  const [wanted = ""] = options.operands;
  const [manifest = "stackwright.yaml"] = options.files;
  const { set, frozen } = options;
  if (isPlace(wanted) && (options.index ?? []).length > 0) {
    throw new UsageError(`${wanted} is a package by itself: --index says nothing of it.`);
  }
  const outcome = isPlace(wanted)
    ? await installFrom(wanted, { set, manifest, frozen }, terminal)
    : await installPackage(
        { wanted, set, manifest, frozen },
        await indexFor({ name: wanted.replace(/@.*/s, ""), manifest, index: options.index }, terminal),
      );
  const { changed, components, notice } = outcome;
  const { name, version, title, appVersion, next, deprecated } = outcome.package;
  if (options.json) {
    terminal.out(
      `${JSON.stringify({ ok: true, changed, name, version, appVersion, components, notice, next, deprecated })}\n`,
    );
    return 0;
  }
  if (!changed) {
    terminal.out(`${name} ${version} is installed already; nothing changed.\n`);
    return 0;
  }
  const list = Object.values(components).map((component) => `  ${component}\n`);
  terminal.out(`${name} ${version} (${title} ${appVersion}) is in ${manifest} now:\n${list.join("")}`);
  if (deprecated !== undefined) terminal.out(`${deprecation(deprecated)}\n`);
  if (notice !== undefined) terminal.out(`${notice}\n`);
  if (next !== undefined) terminal.out(`\nNext: ${nextStep(next)}\n`);
  return 0;
}
