import schema from "../../schemas/lock.schema.json";
import { schemaFrom } from "../manifest/schema";
import { type Answer, given, refused } from "./answer";
import type { Values } from "./parameters";
import { readData } from "./readData";

export interface Locked {
  readonly version: string;
  /** What was asked for, such as `^1.0`; an update stays in it. Absent: anything. */
  readonly range?: string;
  /** Where it came from, when not from an index: an address, or a path from the manifest's folder. */
  readonly source?: string;
  /** `sha256-` and 64 hexadecimal digits, of the package file's bytes. */
  readonly hash: string;
  readonly parameters: Values;
  /** Names in the manifest by names in the package. */
  readonly components: { readonly [name: string]: string };
  /** The same for those that it uses and that did not come with it: another package's, or the person's own. */
  readonly shared?: { readonly [name: string]: string };
  /** The packages that it needs, each with the least version; a component of the person's own may have taken its place. */
  readonly needs?: { readonly [name: string]: string };
}

/** The digests that the tag of an image stood for, by platform: `linux/amd64`. */
export type Digests = { readonly [platform: string]: string };

/** What `stackwright.lock` says: which package files the manifest's components were made from. */
export interface Lock {
  readonly lockVersion: 1;
  /** The day of the price table that was in use. */
  readonly prices: string;
  readonly packages: { readonly [name: string]: Locked };
  /** As the registries had it, of the images whose registry could be asked. */
  readonly images?: { readonly [image: string]: Digests };
}

const form = schemaFrom(schema);

/** Reads a lock file. Errors: not JSON, or of another form or version. */
export function readLock(text: string): Answer<Lock> {
  const read = readData(text, { schema: form, name: "stackwright.lock", noun: "a lock" });
  // What it is, its schema has just said.
  if (read.ok) return given(read.value as unknown as Lock);
  return refused(`${read.reason} Take it from version control, or delete it.`);
}

/** The lock file's text: the same for the same content, whatever the order it came in. */
export function writeLock(lock: Lock): string {
  return `${JSON.stringify(sorted(lock), null, 2)}\n`;
}

function sorted(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, item]) => [key, sorted(item)]));
}

/** What a lock says of a package. */
export const lockedIn = ({ packages }: Lock, name: string): Locked | undefined =>
  Object.hasOwn(packages, name) ? packages[name] : undefined;

/** What the components that a package has and uses are called in the manifest, by its own names for them. */
export const namesIn = ({ components, shared }: Pick<Locked, "components" | "shared">): ReadonlyMap<string, string> =>
  new Map(Object.entries({ ...shared, ...components }));
