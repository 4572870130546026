import { applyEdits, edit } from "../manifest/edit/edit";
import { openManifest } from "../manifest/manifest";
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
  if (manifest === undefined) {
    return given({ text: expanded, names: Object.fromEntries(components.map((name) => [name, name])) });
  }
  const into = openManifest(manifest);
  if (!into.readable) return refused("The manifest cannot be read at the moment; stackwright validate says why.");
  const result = edit(into, [{ kind: "pasteComponents", text: expanded }]);
  if (!result.ok) return refused(result.reason);
  const now = result.components ?? [];
  return given({
    text: applyEdits(manifest, result.edits),
    names: Object.fromEntries(components.map((name, index) => [name, now[index] ?? name])),
    ...(result.notice === undefined ? {} : { notice: result.notice }),
  });
}
