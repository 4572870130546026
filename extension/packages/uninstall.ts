import { applyEdits, edit } from "../manifest/edit/edit";
import { jsonAt } from "../manifest/jsonAt";
import { openManifest } from "../manifest/manifest";
import { type Answer, given, refused } from "./answer";
import type { Locked } from "./lock";
import { isSame } from "./mergeFields";
import { named } from "./named";

export interface Uninstalled {
  /** The whole manifest. */
  readonly text: string;
  readonly removed: readonly string[];
}

/**
 * Takes the components of a package out of a manifest. Errors: something else would be left without them, or the person
 * has changed them and `force` does not say that this may be lost.
 * @param locked what the lock says of the package
 * @param expanded the installed version, with the values it was installed with
 */
export function uninstall(
  text: string,
  { components, shared }: Pick<Locked, "components" | "shared">,
  expanded: string,
  force: boolean,
): Answer<Uninstalled> {
  const manifest = openManifest(text);
  if (!manifest.readable) return refused("The manifest cannot be read at the moment; stackwright validate says why.");
  const base = named(expanded, { ...components, ...shared });
  if (!base.ok) return base;
  const came = new Set(Object.values(components));
  const there = manifest.components.map(({ name }) => name).filter((name) => came.has(name));
  const changed = there.filter(
    (name) => !isSame(jsonAt(base.value, ["components", name]), jsonAt(manifest, ["components", name])),
  );
  if (changed.length > 0 && !force) {
    return refused(`You have changed ${changed.join(", ")} since. Add --force to remove it with your changes.`);
  }
  const result = edit(
    manifest,
    there.map((name) => ({ kind: "removeComponent" as const, name })),
  );
  if (!result.ok) return refused(result.reason);
  const after = applyEdits(text, result.edits);
  const now = openManifest(after);
  const others = manifest.components.map(({ name }) => name).filter((name) => !there.includes(name));
  const touched = others.filter(
    (name) => !isSame(jsonAt(manifest, ["components", name]), jsonAt(now, ["components", name])),
  );
  if (touched.length > 0) return refused(`${touched.join(", ")} would lose a connection. Disconnect it first.`);
  const broken = now.problems.find(({ code }) => code === "unknown-component");
  if (broken !== undefined) return refused(`Something still needs what would be removed: ${broken.message}`);
  return given({ text: after, removed: there });
}
