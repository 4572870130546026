import { Names } from "../targets/export/names";
import type { Draft } from "./draft";

/** The longest name that a component can have. */
const longest = 31;

/** Names as the manifest takes them, each once, by the names that the format has. */
export function componentNames({ services, stores }: Draft): ReadonlyMap<string, string> {
  const names = new Names();
  const given = new Map<string, string>();
  for (const { name } of [...services, ...stores]) {
    if (!given.has(name)) given.set(name, names.take(asName(name, longest - 3, "service"), "-"));
  }
  return given;
}

/** Lower-case letters, digits and hyphens, a letter first. */
export function asName(text: string, length: number, otherwise: string): string {
  const plain = text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replace(/^[^a-z]+/, "")
    .slice(0, length)
    .replace(/-+$/, "");
  return plain === "" ? otherwise : plain;
}
