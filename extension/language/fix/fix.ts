import type { TextEdit } from "../../manifest/edit/operation";
import type { Problem } from "../../manifest/problem";

/** A change that ends a problem. */
export interface Fix {
  readonly title: string;
  /** Sorted, not overlapping. */
  readonly edits: readonly TextEdit[];
  /** The one that is most likely meant; also what "fix all" takes. */
  readonly preferred: boolean;
  readonly problem: Problem;
}
