/**
 * Whether a version does where another is the least: newer or the same, and not of another first number that is not zero.
 * As `^least` is in semver, which the editor has no room for. @param least without a pre-release
 */
export function isCompatible(version: string, least: string): boolean {
  if (!/^[\d.]+$/.test(version)) return false;
  const [have, want] = [version, least].map((text) => text.split(".").map(Number)) as [number[], number[]];
  const leading = want.findIndex((number) => number !== 0);
  const differs = want.findIndex((number, place) => number !== have[place]);
  return differs < 0 || (leading >= 0 && differs > leading && (have[differs] ?? 0) > (want[differs] ?? 0));
}
