import { applyEdits, edit } from "../manifest/edit/edit";
import { pasteManifest } from "../manifest/edit/pasteManifest";
import { openManifest } from "../manifest/manifest";
import { unreadable } from "../manifest/problem";
import { type Answer, given, refused } from "./answer";

export interface Installed {
  /** The whole manifest. */
  readonly text: string;
  /** What the package's components are called in the manifest, by their names in the package. */
  readonly names: { readonly [component: string]: string };
  /** What else follows from a name that was taken. */
  readonly notice?: string;
}

/**
 * Puts a package's components into a manifest: behind the others, with their comments; a name that is taken becomes a
 * free one, and what the package's components say of each other follows. @param expanded what `expand` gave
 */
export function installInto(manifest: string | undefined, expanded: string): Answer<Installed> {
  const from = openManifest(expanded);
  const components = from.components.map(({ name }) => name);
  if (manifest === undefined || manifest.trim() === "") {
    return given({ text: expanded, names: Object.fromEntries(components.map((name) => [name, name])) });
  }
  const into = openManifest(manifest);
  // One that has no components yet is as good as any other.
  const syntax = into.problems.find(({ code }) => unreadable.has(code));
  if (syntax !== undefined) return refused(`The manifest cannot be read at the moment: ${syntax.message}`);
  const result = edit(into, pasteManifest(into, expanded));
  if (!result.ok) return refused(result.reason);
  const now = result.components ?? [];
  return given({
    text: applyEdits(manifest, result.edits),
    names: Object.fromEntries(components.map((name, index) => [name, now[index] ?? name])),
    ...(result.notice === undefined ? {} : { notice: result.notice }),
  });
}
