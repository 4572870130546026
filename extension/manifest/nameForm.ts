/**
 * What stands before the form of a map's names in the published schema: `<<` is one of the names for editors that do not
 * resolve merges before they check them. No name of ours can be so.
 */
export const mergeOr = "^<<$|";

/** The form alone, as it holds once merges are resolved. */
export function nameForm(pattern: string): string {
  return pattern.startsWith(mergeOr) ? pattern.slice(mergeOr.length) : pattern;
}
