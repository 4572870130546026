import type { PatchOperation } from "../../../manifest/app";
import { t } from "../../../manifest/l10n";

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** Why a patch could not be applied; the message is the end of a sentence. */
export class PatchError extends Error {}

/**
 * Applies one operation of a JSON Patch (RFC 6902). The document is changed in place.
 * @returns the document, which is another one when its root was replaced
 */
export function applyOperation(document: Json, operation: PatchOperation): Json {
  switch (operation.op) {
    case "add":
      return add(document, operation.path, givenValue(operation));
    case "remove":
      return remove(document, operation.path).document;
    case "replace":
      read(document, operation.path);
      return operation.path === ""
        ? givenValue(operation)
        : add(remove(document, operation.path).document, operation.path, givenValue(operation));
    case "copy":
      return add(document, operation.path, structuredCopy(read(document, givenFrom(operation))));
    case "move": {
      const from = givenFrom(operation);
      if (operation.path.startsWith(`${from}/`)) throw new PatchError(t`"${from}" cannot be moved into itself`);
      const removed = remove(document, from);
      return add(removed.document, operation.path, removed.value);
    }
    case "test":
      if (!equal(read(document, operation.path), givenValue(operation)))
        throw new PatchError(t`the value there is another one`);
      return document;
  }
}

/** The keys of a JSON Pointer (RFC 6901). */
export function parsePointer(pointer: string): string[] {
  if (pointer === "") return [];
  if (!pointer.startsWith("/")) throw new PatchError(t`"${pointer}" does not begin with a slash`);
  return pointer
    .slice(1)
    .split("/")
    .map((key) => {
      if (/~(?![01])/.test(key))
        throw new PatchError(t`in "${pointer}" a ~ must be written ~0, and a slash in a key ~1`);
      return key.replaceAll("~1", "/").replaceAll("~0", "~");
    });
}

function add(document: Json, pointer: string, value: Json): Json {
  const keys = parsePointer(pointer);
  const last = keys.pop();
  if (last === undefined) return value;
  const parent = walk(document, keys);
  if (Array.isArray(parent)) {
    const index = last === "-" ? parent.length : indexOf(last, parent.length);
    parent.splice(index, 0, value);
  } else if (isObject(parent)) set(parent, last, value);
  else throw new PatchError(t`nothing can stand below "/${keys.join("/")}"`);
  return document;
}

function remove(document: Json, pointer: string): { readonly document: Json; readonly value: Json } {
  const keys = parsePointer(pointer);
  const value = walk(document, keys);
  const last = keys.pop();
  if (last === undefined) throw new PatchError(t`the whole template cannot be removed`);
  const parent = walk(document, keys);
  if (Array.isArray(parent)) parent.splice(Number(last), 1);
  else if (isObject(parent)) delete parent[last];
  return { document, value };
}

const read = (document: Json, pointer: string): Json => walk(document, parsePointer(pointer));

function walk(document: Json, keys: readonly string[]): Json {
  let current = document;
  keys.forEach((key, depth) => {
    const next = Array.isArray(current)
      ? current[indexOf(key, current.length - 1)]
      : isObject(current) && Object.hasOwn(current, key)
        ? current[key]
        : undefined;
    if (next === undefined) throw new PatchError(t`there is no "/${keys.slice(0, depth + 1).join("/")}"`);
    current = next;
  });
  return current;
}

function indexOf(key: string, highest: number): number {
  if (!/^(0|[1-9][0-9]*)$/.test(key) || Number(key) > highest) {
    throw new PatchError(t`"${key}" is no place in a list that ends at ${highest}`);
  }
  return Number(key);
}

/** An own property, even when it is called `__proto__`. */
function set(target: { [key: string]: Json }, key: string, value: Json): void {
  Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true });
}

function givenValue(operation: PatchOperation): Json {
  if (operation.value === undefined) throw new PatchError(t`"${operation.op}" needs a value`);
  return structuredCopy(operation.value as Json);
}

function givenFrom(operation: PatchOperation): string {
  if (operation.from === undefined) throw new PatchError(t`"${operation.op}" needs "from"`);
  return operation.from;
}

const structuredCopy = (value: Json): Json => JSON.parse(JSON.stringify(value)) as Json;

function isObject(value: Json): value is { [key: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function equal(a: Json, b: Json): boolean {
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((item, at) => equal(item, b[at] ?? null));
  if (isObject(a) && isObject(b)) {
    const keys = Object.keys(a);
    return (
      keys.length === Object.keys(b).length &&
      keys.every((key) => Object.hasOwn(b, key) && equal(a[key] ?? null, b[key] ?? null))
    );
  }
  return a === b;
}
