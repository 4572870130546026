import { mask } from "../../manifest/maskSecrets";
import { clearSecretIn, tokenIn } from "../../manifest/meaning/clearSecret";
import { redact } from "../redact";

/** Words with a secret among them, such as `password=...`. Code speaks of passwords without holding any. */
export const holdsSecret = (value: string): boolean => !/[;{}()\n]/.test(value) && redact(value) !== value;

/**
 * A template with every value masked that seems to be a secret, by the manifest's own rules: somebody may have written
 * one into a plain variable. Nothing else of it changes.
 */
export function maskTemplate(value: unknown): unknown {
  if (typeof value === "string") return tokenIn(value) === undefined && !holdsSecret(value) ? value : mask;
  if (Array.isArray(value)) return value.map(maskTemplate);
  if (typeof value !== "object" || value === null) return value;
  const { Name: name, Value: variable } = value as { readonly Name?: unknown; readonly Value?: unknown };
  const isSecret =
    typeof name === "string" && typeof variable === "string" && clearSecretIn(name, variable) !== undefined;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, isSecret && key === "Value" ? mask : maskTemplate(inner)]),
  );
}

/** The masked value with each mask replaced by what stands there now, and the places where nothing does. */
export function unmask(
  masked: unknown,
  now: unknown,
): { readonly value: unknown; readonly missing: readonly string[] } {
  const missing: string[] = [];
  const walk = (value: unknown, current: unknown, path: readonly string[]): unknown => {
    if (value === mask) {
      if (typeof current === "string" && current !== mask) return current;
      missing.push(path.join("."));
      return value;
    }
    if (Array.isArray(value))
      return value.map((item, at) => walk(item, sameIn(current, item, at), [...path, nameOf(item, at)]));
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [key, walk(inner, fieldOf(current, key), [...path, key])]),
    );
  };
  return { value: walk(masked, now, []), missing };
}

/** Variables stand in a list that is sorted by name: one more or less moves all that follow. */
function sameIn(list: unknown, item: unknown, at: number): unknown {
  if (!Array.isArray(list)) return undefined;
  const name = fieldOf(item, "Name");
  return typeof name === "string" ? list.find((other) => fieldOf(other, "Name") === name) : list[at];
}

function nameOf(item: unknown, at: number): string {
  const name = fieldOf(item, "Name");
  return typeof name === "string" ? name : String(at);
}

function fieldOf(value: unknown, key: string): unknown {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as Readonly<Record<string, unknown>>)[key];
}
