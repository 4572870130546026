import type { Problem } from "../../problem";
import type { AliasNode, Node } from "../node";
import { HASH, isGap, LINE_FEED, RETURN, SPACE } from "./characters";

/** Where a reader is in a text, and what it met on its way. */
export class Cursor {
  at = 0;
  /** The indentation of the line that `at` was moved to by `nextLine`; -1 behind the last line. */
  column = -1;
  readonly anchors: Node[] = [];
  readonly aliases: AliasNode[] = [];
  readonly problems: Problem[] = [];

  constructor(readonly text: string) {}

  /** The code unit here, or further on; NaN behind the end. */
  peek(ahead = 0): number {
    return this.text.charCodeAt(this.at + ahead);
  }

  skipSpaces(): void {
    while (this.text.charCodeAt(this.at) === SPACE) this.at++;
  }

  /** Whether nothing but a comment stands on the rest of the line; moves to the next line if so. */
  endLine(): boolean {
    this.skipSpaces();
    const code = this.peek();
    if (code === HASH && this.peek(-1) === SPACE) {
      this.#toNextLine();
      return true;
    }
    if (Number.isNaN(code)) return true;
    if (code === RETURN && this.peek(1) === LINE_FEED) this.at++;
    else if (code !== LINE_FEED) return false;
    this.at++;
    return true;
  }

  /** From the beginning of a line to the next content, over blank lines and comments. */
  nextLine(): void {
    const { text } = this;
    while (this.at < text.length) {
      const start = this.at;
      this.skipSpaces();
      const code = this.peek();
      if (code === LINE_FEED) this.at++;
      else if (code === RETURN && this.peek(1) === LINE_FEED) this.at += 2;
      else if (code === HASH) this.#toNextLine();
      else if (!Number.isNaN(code)) {
        this.column = this.at - start;
        return;
      }
    }
    this.column = -1;
  }

  /** `- ` or `: `. */
  isMark(code: number): boolean {
    return this.peek() === code && isGap(this.peek(1));
  }

  #toNextLine(): void {
    const feed = this.text.indexOf("\n", this.at);
    this.at = feed === -1 ? this.text.length : feed + 1;
  }
}
