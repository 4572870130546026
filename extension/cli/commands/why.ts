import type { Options } from "../parseArguments";
import type { Terminal } from "../terminal";
import { UsageError } from "../usage";

/** Says which package a component came with, with which values, and which others use it. Ends with 1 where it came with none. */
export async function why(options: Options, terminal: Terminal): Promise<number> {
  const { openInstallation } = await import("../packages/installation");
  const { openManifest } = await import("../../manifest/manifest");
  const [component = ""] = options.operands;
  const [manifest = "stackwright.yaml"] = options.files;
  const { lock, text } = await openInstallation(manifest);
  if (text === undefined) throw new UsageError(`There is no ${manifest}.`);
  if (!openManifest(text).components.some(({ name }) => name === component)) {
    throw new UsageError(`${manifest} has no component ${component}.`);
  }
  const found = Object.entries(lock.packages).flatMap(([name, { version, range = "*", parameters, components }]) =>
    Object.entries(components).flatMap(([as, now]) =>
      now === component ? [{ package: name, version, range, as, parameters }] : [],
    ),
  );
  const [from] = found;
  const usedBy = Object.keys(lock.packages).filter((name) =>
    Object.values(lock.packages[name]?.shared ?? {}).includes(component),
  );
  if (options.json) terminal.out(`${JSON.stringify({ ok: from !== undefined, component, ...from, usedBy })}\n`);
  else if (from === undefined) terminal.out(`${component} came with no package: it was written here.\n`);
  else {
    const values = Object.entries(from.parameters).map(([name, value]) => `  ${name}=${JSON.stringify(value)}\n`);
    const called = from.as === component ? "" : `, where it is called ${from.as}`;
    terminal.out(
      `${component} came with ${from.package} ${from.version}${called}; ${from.range} was asked for.\n${values.join("")}`,
    );
  }
  if (!options.json && usedBy.length > 0)
    terminal.out(`${usedBy.join(", ")} ${usedBy.length > 1 ? "use" : "uses"} it.\n`);
  return from === undefined ? 1 : 0;
}
