import { applyEdits, copyComponents, edit } from "../manifest/edit/edit";
import { pasteManifest } from "../manifest/edit/pasteManifest";
import { jsonAt } from "../manifest/jsonAt";
import { openManifest } from "../manifest/manifest";
import { unreadable } from "../manifest/problem";
import { type Answer, given, refused } from "./answer";
import type { Installed } from "./install";
import { named } from "./named";

/**
 * Puts a package's components into a manifest: behind the others, with their comments; a name that is taken becomes a
 * free one, and what the package's components say of each other follows. @param expanded what `expand` gave
 * @param shared components of the manifest that take the place of the package's, by the package's names
 */
export function installInto(
  manifest: string | undefined,
  expanded: string,
  shared: Installed["shared"] = {},
): Answer<Pick<Installed, "text" | "names">> {
  const from = openManifest(expanded);
  const components = from.components.map(({ name }) => name);
  if (manifest === undefined || manifest.trim() === "") {
    return given({ text: expanded, names: Object.fromEntries(components.map((name) => [name, name])) });
  }
  const into = openManifest(manifest);
  // One that has no components yet is as good as any other.
  const syntax = into.problems.find(({ code }) => unreadable.has(code));
  if (syntax !== undefined) return refused(`The manifest cannot be read at the moment: ${syntax.message}`);
  const asItIs = edit(into, pasteManifest(into, expanded));
  if (!asItIs.ok) return refused(asItIs.reason);
  const free = components.map((name, index) => [name, asItIs.components?.[index] ?? name] as const);
  const names = Object.fromEntries(free.filter(([name]) => !Object.hasOwn(shared, name)));
  const called = named(expanded, { ...names, ...shared });
  if (!called.ok) return called;
  const own = copyComponents(called.value, Object.values(names));
  const result = edit(into, pasteManifest(into, `name: ${jsonAt(from, ["name"])}\n${own}`));
  return result.ok ? given({ text: applyEdits(manifest, result.edits), names }) : refused(result.reason);
}
