import { applyEdits, edit } from "../manifest/edit/edit";
import { keepPrefix } from "../manifest/edit/keepPrefix";
import { type Manifest, openManifest } from "../manifest/manifest";
import { type Answer, given, refused } from "./answer";

/**
 * An expanded package with its components called as they are in a manifest; what they say of each other follows, and
 * the variables that a connection injects are called as before, since the image knows them by no other name.
 * @param names by the names in the package
 */
export function named(expanded: string, names: Readonly<Record<string, string>>): Answer<Manifest> {
  const changed = Object.entries(names).filter(([from, to]) => from !== to);
  // By way of names that nobody has: two components may have changed theirs with each other.
  const pairs = changed.map(([from, to], index) => ({ from, to, via: `between-${index}` }));
  const steps = [
    ...pairs.map(({ from, via }) => [from, via] as const),
    ...pairs.map(({ via, to }) => [via, to] as const),
  ];
  let manifest = openManifest(expanded);
  for (const [name, to] of steps) {
    const result = edit(manifest, [...keepPrefix(manifest, name), { kind: "renameComponent", name, to }]);
    if (!result.ok) return refused(result.reason);
    manifest = openManifest(applyEdits(manifest.text, result.edits));
  }
  return given(manifest);
}
