import type { Files } from "../imported";
import type { Place } from "../value";
import { isSecretName } from "../wire/secrets";
import { readDotenv } from "./dotenv";
import { interpolate } from "./interpolate";

/** What a Compose file stands in: the files beside it, and the variables of its `.env`. */
export class Context {
  readonly #variables: ReadonlyMap<string, string>;
  readonly #folder: string;

  constructor(
    readonly files: Files,
    file: string,
  ) {
    this.#folder = folderOf(file);
    const text = files.read(`${this.#folder}.env`);
    const known = [...(text === undefined ? [] : readDotenv(text))];
    this.#variables = new Map(
      known.flatMap(([name, { value }]) => (value === undefined ? [] : [[name, value] as const])),
    );
  }

  /** The value of a variable; that of a secret is never read, so that it can get nowhere. */
  readonly lookup = (name: string): string | undefined => (isSecretName(name) ? undefined : this.#variables.get(name));

  interpolate(text: string): string {
    return interpolate(text, this.lookup);
  }

  /** A file that another one names by a path relative to itself. */
  readBeside(place: Place, path: string): string | undefined {
    return this.files.read(this.beside(place.file, path));
  }

  beside(file: string, path: string): string {
    return path.startsWith("/") ? path : `${folderOf(file)}${path}`;
  }
}

const folderOf = (file: string): string => file.slice(0, file.lastIndexOf("/") + 1);
