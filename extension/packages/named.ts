import { applyEdits, edit } from "../manifest/edit/edit";
import { type Manifest, openManifest } from "../manifest/manifest";
import { type Answer, given, refused } from "./answer";

/**
 * An expanded package with its components called as they are in a manifest; what they say of each other follows.
 * @param names by the names in the package
 */
export function named(expanded: string, names: Readonly<Record<string, string>>): Answer<Manifest> {
  // By way of names that nobody has: two components may have changed theirs with each other.
  const pairs = Object.entries(names).map(([from, to], index) => ({ from, to, between: `between-${index}` }));
  const steps = [
    ...pairs.map(({ from, between }) => [from, between] as const),
    ...pairs.map(({ between, to }) => [between, to] as const),
  ];
  let manifest = openManifest(expanded);
  for (const [name, to] of steps) {
    const result = edit(manifest, [{ kind: "renameComponent", name, to }]);
    if (!result.ok) return refused(result.reason);
    manifest = openManifest(applyEdits(manifest.text, result.edits));
  }
  return given(manifest);
}
