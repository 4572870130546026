import { Names } from "../export/names";
import { type Block, type Code, resource } from "./hcl";
import { attributeOf, nameOf } from "./names";

/** Secrets that are made up once and kept in the state: letters and digits, so that they need no encoding anywhere. */
export class Generated {
  readonly blocks: Block[] = [];
  readonly #names = new Names();

  /** @returns the value */
  add(words: readonly string[], length: number): Code {
    const name = this.#names.take(nameOf(...words), "_");
    this.blocks.push(resource("random_password", name, { length, special: false }));
    return attributeOf("random_password", name, "result");
  }
}

/** What a state is, for whoever keeps one. */
export const stateHint =
  "# The state has the secrets in it: keep it in a backend that encrypts and locks, not in version control.";
