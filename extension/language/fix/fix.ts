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

/** A fix before it was tried; without edits there is none. */
export interface Draft {
  readonly title: string;
  readonly edits: readonly TextEdit[] | undefined;
  readonly preferred?: boolean;
}
