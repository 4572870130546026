/** Gives out names, each once: `web`, then `web-2`. */
export class Names {
  readonly #taken: Set<string>;

  constructor(taken: Iterable<string> = []) {
    this.#taken = new Set(taken);
  }

  take(wanted: string, separator: string): string {
    let name = wanted;
    for (let number = 2; this.#taken.has(name); number++) name = `${wanted}${separator}${number}`;
    this.#taken.add(name);
    return name;
  }
}

/** As a shell takes it: `my-db` and `password` give `MY_DB_PASSWORD`. */
export const variableName = (...words: readonly string[]): string =>
  words
    .join("_")
    .replaceAll(/[^A-Za-z\d]+/g, "_")
    .toUpperCase();
