import type { Path, Range } from "../../manifest/problem";

/**
 * Where the cursor is, in terms of what can be written there. It is read from the lines around the cursor, so that it
 * holds in every state of typing: without a colon, on a blank line, behind a quote or bracket that nothing closes.
 */
export type Place =
  /** A key of the map at `path`. */
  | (At & {
      readonly kind: "key";
      /** A colon follows what is there. */
      readonly hasColon: boolean;
      /** The line does not stand in the map's column. `token` then begins with the line. */
      readonly misplaced?: boolean;
    })
  /** The value at `path`: behind a colon or dash, in a list, or on a line of its own below a key. */
  | (At & {
      readonly kind: "value";
      /** `inline`: behind the colon or dash; `below`: on a line of its own, where an item needs its dash. */
      readonly line: "inline" | "below";
      /** There is no space behind the colon or dash yet. */
      readonly needsSpace: boolean;
      /** It is an item of a list, on a line that has no dash yet. */
      readonly needsDash?: boolean;
    })
  /** In the text of a block scalar. */
  | (At & { readonly kind: "text" });

interface At {
  readonly path: Path;
  /** What is written there: from its start to its end, on the cursor's line. */
  readonly token: Range;
  readonly flow: boolean;
  /** The quote that the cursor is behind. `token` is then what is between the quotes. */
  readonly quote?: '"' | "'" | undefined;
  /** The quote is closed on the same line. */
  readonly closed: boolean;
  /** The column that a block's new entries have: of the key itself, or of the cursor. */
  readonly column: number;
  /** Where the line's first character that is no space stands. */
  readonly leading: number;
  /** What stands beside it: keys of the map, or plain items of the list. */
  readonly siblings: ReadonlySet<string>;
}
