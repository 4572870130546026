import { nextStep } from "../../packages/nextStep";
import type { Options } from "../parseArguments";
import { deprecation } from "../render/update";
import type { Terminal } from "../terminal";
import { UsageError } from "../usage";

/** Puts a package of the index into the manifest, and its exact version and hash into the lock. */
export async function install(options: Options, terminal: Terminal): Promise<number> {
  const { installFrom } = await import("../packages/installFrom");
  const { installPackage } = await import("../packages/install");
  const { indexFor } = await import("../packages/sourceOf");
  const { imageAsker } = await import("../packages/images");
  const { isPlace, openIndexes } = await import("../../sources/openSource");
  const [wanted = ""] = options.operands;
  const [manifest = "stackwright.yaml"] = options.files;
  const { set, frozen, with: shared } = options;
  const request = { set, manifest, frozen, with: shared, askImages: imageAsker(options, terminal) };
  if (isPlace(wanted) && (options.index ?? []).length > 0) {
    throw new UsageError(`${wanted} is a package by itself: --index says nothing of it.`);
  }
  const outcome = isPlace(wanted)
    ? await installFrom(wanted, request, terminal)
    : await installPackage(
        { wanted, ...request },
        await indexFor({ name: wanted.replace(/@.*/s, ""), manifest, index: options.index }, terminal),
        () => openIndexes(options.index, terminal),
      );
  const { changed, components } = outcome;
  const brought = outcome.brought.map((other) => ({ name: other.name, version: other.version }));
  const { name, version, title, appVersion, next, deprecated } = outcome.package;
  if (options.json) {
    const { shared: uses } = outcome;
    terminal.out(
      `${JSON.stringify({ ok: true, changed, name, version, appVersion, components, shared: uses, brought, next, deprecated })}\n`,
    );
    return 0;
  }
  if (!changed) {
    terminal.out(`${name} ${version} is installed already; nothing changed.\n`);
    return 0;
  }
  const list = [
    ...Object.values(components).map((component) => `  ${component}\n`),
    ...Object.values(outcome.shared).map((component) => `  and uses ${component}\n`),
    ...brought.map((other) => `${other.name} ${other.version} came along, which it needs.\n`),
  ];
  terminal.out(`${name} ${version} (${title} ${appVersion}) is in ${manifest} now:\n${list.join("")}`);
  if (deprecated !== undefined) terminal.out(`${deprecation(deprecated)}\n`);
  if (next !== undefined) terminal.out(`\nNext: ${nextStep(next)}\n`);
  return 0;
}
