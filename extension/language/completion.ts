import type { Range } from "../manifest/problem";

export type CompletionKind = "property" | "value" | "enum" | "component" | "reference" | "snippet" | "function";

/** One thing that can stand at the cursor. Plain data: the editor's own form is made in `vscode/`. */
export interface Completion {
  readonly label: string;
  readonly kind: CompletionKind;
  /** Short, behind the label: a type or "required". */
  readonly detail?: string;
  /** Markdown. */
  readonly documentation?: string;
  /** Lines after the first are indented relative to the line of `range`, as editors do it. */
  readonly insertText: string;
  /** `insertText` has tab stops. Otherwise it is to be taken as it stands. */
  readonly snippet: boolean;
  /** What is replaced: on one line, around the cursor. */
  readonly range: Range;
  readonly sortText: string;
  /** What the typed text is compared with, when it is not the label. */
  readonly filterText?: string;
  /** After it is accepted there is something to choose again: ask for completion at once. */
  readonly retrigger?: boolean;
  readonly deprecated?: boolean;
}
