import type { Note } from "./draft";

export const formats = {
  compose: "Docker Compose",
  heroku: "Heroku",
  render: "Render",
  convox: "Convox",
  helm: "Helm",
  caprover: "CapRover",
  discourse: "discourse_docker",
  folder: "a source folder",
} as const;

export type Format = keyof typeof formats;

/** What became of an import. `missing` are files that would be read as well if there were such: by path from the folder. */
export type Imported = Manifested | Refused;

export interface Manifested {
  readonly kind: "manifest";
  readonly format: Format;
  /** The file that was imported. */
  readonly file: string;
  /** A manifest without an error. */
  readonly text: string;
  readonly components: readonly { readonly name: string; readonly type: string }[];
  readonly notes: readonly Note[];
  readonly missing: readonly string[];
}

export interface Refused {
  readonly kind: "refused";
  readonly format?: Format;
  readonly file: string;
  readonly reason: string;
  readonly notes: readonly Note[];
  readonly missing: readonly string[];
}

/** An import that gives no manifest, and why. */
export function refused(
  { format, file, files }: { readonly format: Format; readonly file: string; readonly files: Files },
  reason: string,
  notes: readonly Note[] = [],
): Refused {
  return { kind: "refused", format, file, reason, notes, missing: files.missing };
}

/** The texts that are there, by path from the folder, with `/`. Notes down what was asked for in vain. */
export class Files {
  readonly #missing = new Set<string>();

  constructor(
    readonly texts: ReadonlyMap<string, string>,
    /** Files that the host has looked for and not found, so that nobody asks again. */
    readonly absent: ReadonlySet<string> = new Set(),
  ) {}

  get missing(): readonly string[] {
    return [...this.#missing];
  }

  /** @param path from the folder; one that leads out of it is never there */
  read(path: string): string | undefined {
    const inside = withinFolder(path);
    if (inside === undefined) return undefined;
    const text = this.texts.get(inside);
    if (text === undefined && !this.absent.has(inside)) this.#missing.add(inside);
    return text;
  }
}

/** `./a/../b.env` is `b.env`; undefined for an absolute path and one that leads out of the folder. */
export function withinFolder(path: string): string | undefined {
  if (/^(?:[/\\~]|[A-Za-z]:)/.test(path) || path.includes("\\") || path.includes("\0")) return undefined;
  const parts: string[] = [];
  for (const part of path.split("/")) {
    if (part === "" || part === ".") continue;
    if (part !== "..") parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.length === 0 ? undefined : parts.join("/");
}

export interface ImportOptions {
  /** Data services that nothing managed takes the place of stay containers. */
  readonly keepUnsupported?: boolean;
  /** Compose profiles that count as active. */
  readonly profiles?: readonly string[];
  /** For the manifest, where the format gives none: the folder's name. */
  readonly name?: string;
}
