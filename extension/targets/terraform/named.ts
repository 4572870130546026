import { hash } from "../aws/hash";

/**
 * Words with hyphens between them, as long as a kind of resource lets a name be; what is longer ends with a hash of it.
 * Letters, digits and single hyphens, none at the end.
 */
export function named(longest: number, words: readonly string[], apart = false): string {
  const whole = words.join("-");
  const plain = whole.replaceAll(/[^A-Za-z\d-]/g, "-").replaceAll(/-+/g, "-");
  if (!apart && plain === whole && plain.length <= longest && !plain.endsWith("-")) return plain;
  return `${plain.slice(0, longest - 9).replace(/-$/, "")}-${hash(words.join("/"))}`;
}
