import { parseReference } from "../../deploy/build/reference";
import { isSecret } from "../../import/wire/secrets";
import { openManifest, toJson } from "../../manifest/manifest";
import { tokenIn } from "../../manifest/meaning/clearSecret";

/** Bits in a character from which on a text is taken for a key that a machine made, and how long one is at least. */
const randomness = 3.7;
const shortestKey = 24;

/**
 * Why a package's components should not be published, in sentences: a secret for everybody to read, or an image that is
 * another one tomorrow. @param expanded a valid manifest
 */
export function findUnfit(expanded: string): readonly string[] {
  const file = openManifest(expanded);
  const components = toJson(file, file.find(["components"])?.entry?.value);
  if (!isRecord(components)) return [];
  return Object.entries(components).flatMap(([name, fields]) => {
    if (!isRecord(fields)) return [];
    const env = isRecord(fields["env"]) ? Object.entries(fields["env"]) : [];
    const clear = env.filter(([variable, value]) => isClear(variable, String(value)));
    return [
      ...clear.map(
        ([variable]) =>
          `${name} has what looks like a secret in env.${variable}, and everybody would have the same: put it under secrets with generate, or with from for what somebody else gives.`,
      ),
      ...imageProblem(name, fields["image"]),
    ];
  });
}

function isClear(variable: string, value: string): boolean {
  if (tokenIn(value) !== undefined) return true;
  // What another component gives is not in the file.
  if (value.includes("${{")) return false;
  return isSecret(variable, value) || isRandom(value);
}

/** Whether a text looks drawn by lot: one long word of letters and digits in which hardly anything comes twice. */
function isRandom(text: string): boolean {
  if (text.length < shortestKey || !/^[A-Za-z\d+/=_-]+$/.test(text)) return false;
  if (!/\d/.test(text) || !/[A-Za-z]/.test(text)) return false;
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  const bits = [...counts.values()].reduce(
    (sum, count) => sum - (count / text.length) * Math.log2(count / text.length),
    0,
  );
  return bits >= randomness;
}

function imageProblem(component: string, image: unknown): string[] {
  if (typeof image !== "string") return [];
  const { tag, digest } = parseReference(image) ?? {};
  if (digest !== undefined || (tag !== undefined && tag !== "latest")) return [];
  return [`${component} has the image ${image}, which is another one tomorrow: give it a tag of one version.`];
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
