import type { Manifest } from "../manifest/manifest";
import type { Range } from "../manifest/problem";

export interface WorkspaceSymbol {
  readonly name: string;
  /** The component's type. */
  readonly detail: string;
  readonly range: Range;
}

/** The components whose names hold the query's letters in their order, as editors match. An empty query matches all. */
export function symbols(manifest: Manifest, query: string): readonly WorkspaceSymbol[] {
  return manifest.components
    .filter(({ name }) => name !== "" && isSubsequence(query.toLowerCase(), name.toLowerCase()))
    .map(({ name, type, key }) => ({ name, detail: type ?? "", range: key.range }));
}

function isSubsequence(query: string, name: string): boolean {
  let at = 0;
  for (const letter of query) {
    at = name.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
