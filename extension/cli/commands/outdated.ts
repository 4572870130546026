import { maxSatisfying } from "semver";
import type { Options } from "../parseArguments";
import { deprecation } from "../render/update";
import type { Terminal } from "../terminal";

/**
 * Lists the installed packages of which the index has a newer version or that are deprecated, and the images whose tags
 * were moved. Ends with 1 when there is one.
 */
export async function outdated(options: Options, terminal: Terminal): Promise<number> {
  const { fetchPackage, openInstallation } = await import("../packages/installation");
  const { indexFor } = await import("../packages/sourceOf");
  const [manifest = "stackwright.yaml"] = options.files;
  const { imageAsker, knownImages, movedImages, movedInWords } = await import("../packages/images");
  const { lock, text = "" } = await openInstallation(manifest);
  const asked = imageAsker(options, terminal)(knownImages(lock, text));
  const rows = await Promise.all(
    Object.entries(lock.packages).map(async ([name, { version, range = "*" }]) => {
      const index = await indexFor({ name, manifest, index: options.index }, terminal);
      const versions = await index.versions(name);
      const [wanted, newest] = [range, "*"].map((one) => maxSatisfying([...versions], one) ?? version);
      const { deprecated } = (await fetchPackage(index, name, newest ?? version)).found;
      return { name, version, wanted, newest, ...(deprecated === undefined ? {} : { deprecated }) };
    }),
  );
  const old = rows.filter(({ version, newest, deprecated }) => version !== newest || deprecated !== undefined);
  const said = await asked;
  const images = movedImages(lock, said);
  const ok = old.length === 0 && images.length === 0;
  if (options.json) terminal.out(`${JSON.stringify({ ok, packages: old, images })}\n`);
  else if (old.length === 0) terminal.out("Every package is the newest one.\n");
  for (const { name, version, wanted, newest, deprecated } of options.json ? [] : old) {
    const beyond = newest === wanted ? "" : `; ${newest} with --to ${newest}`;
    const way = version === wanted ? "the newest in its range" : `${wanted} with stackwright update ${name}`;
    terminal.out(`${name} ${version}: ${version === newest ? "the newest" : `${way}${beyond}`}\n`);
    if (deprecated !== undefined) terminal.out(`  ${deprecation(deprecated)}\n`);
  }
  for (const image of options.json ? [] : images) {
    terminal.out(`${movedInWords(image)}: its tag was moved. stackwright update takes it into the lock.\n`);
  }
  return ok ? 0 : 1;
}
