import { compare, gt, lte, maxSatisfying, validRange } from "semver";
import { type Answer, given, refused } from "./answer";

/** "discourse", "discourse@^1.0" @returns its name and its range, `*` where none is given */
export function readRequest(text: string): Answer<{ readonly name: string; readonly range: string }> {
  const [, name = "", range = "*"] = /^([a-z][a-z0-9-]{0,38}[a-z0-9])(?:@(.{1,100}))?$/.exec(text) ?? [];
  if (name === "") return refused(`${text} is not a package's name, such as discourse or discourse@^1.0.`);
  if (validRange(range) === null) return refused(`${range} is not a range of versions, such as ^1.0 or 1.2.3.`);
  return given({ name, range });
}

/** The newest version in a range. Errors: none of them is in it, and which there are. */
export function chooseVersion(name: string, range: string, versions: readonly string[]): Answer<string> {
  const chosen = maxSatisfying([...versions], range);
  return chosen === null
    ? refused(`${name} has no version in ${range}. It has: ${versions.join(", ")}.`)
    : given(chosen);
}

/** The versions behind one, up to and with another, the newest first. */
export function versionsBetween(from: string, to: string, versions: readonly string[]): readonly string[] {
  return versions.filter((version) => gt(version, from) && lte(version, to)).sort((a, b) => compare(b, a));
}
