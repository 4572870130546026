/** A half-open stretch of the text, in UTF-16 code units from its start. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A place in the manifest: map keys and list indexes, from the root down. */
export type Path = readonly (string | number)[];

export type Severity = "error" | "warning" | "information" | "hint";

/** A second place that belongs to a problem, such as the other end of a conflict. */
export interface Related {
  readonly range: Range;
  readonly message: string;
}

/** One thing that is wrong. One mistake gives one problem. */
export interface Problem {
  readonly code: ProblemCode;
  readonly severity: Severity;
  readonly message: string;
  readonly range: Range;
  /** The component it concerns, for the canvas. */
  readonly component?: string;
  readonly related?: readonly Related[];
  /** What a quick fix needs, such as the nearest known key in `replacement`. */
  readonly data?: Readonly<Record<string, string | number | readonly string[]>>;
  readonly tags?: readonly ("unnecessary" | "deprecated")[];
}

/** A name as long as a page is not repeated whole in a message about it. */
export function shortened(name: string): string {
  return name.length > 100 ? `${name.slice(0, 99)}…` : name;
}

/** The one table of problem codes and the severity of each. Messages are made where the problem is found. */
export const problemCodes = {
  // The text
  "too-large": "error",
  "too-deep": "error",
  "not-text": "error",
  "yaml-syntax": "error",
  "several-documents": "error",
  "duplicate-key": "error",
  "unknown-alias": "error",
  "alias-cycle": "error",
  // The shape
  "unknown-key": "error",
  "missing-key": "error",
  "wrong-type": "error",
  "invalid-value": "error",
  "invalid-name": "error",
  // The meaning
  "unknown-component": "error",
  "unknown-attribute": "error",
  "wrong-component-type": "error",
  "invalid-reference": "error",
  "invalid-override": "error",
  "conflicting-keys": "error",
  "conflicting-variables": "error",
  "impossible-size": "error",
  "duplicate-route": "error",
  "unreachable-component": "warning",
  "plain-http": "warning",
  "port-mismatch": "warning",
  "unreachable-image": "warning",
  "requests-without-route": "warning",
  "secret-in-clear": "warning",
  "unknown-version": "warning",
  "unsupported-version": "warning",
  // What it would do to what is deployed
  "replaced-field": "warning",
  "shrunk-field": "warning",
  // What could go
  "unused-component": "hint",
  "same-as-base": "hint",
  "stray-position": "hint",
  "unused-suppression": "hint",
} as const satisfies Record<string, Severity>;

export type ProblemCode = keyof typeof problemCodes;

/** While there is one of these, the text may say something else than what was read. */
export const unreadable: ReadonlySet<ProblemCode> = new Set([
  "too-large",
  "too-deep",
  "not-text",
  "yaml-syntax",
  "several-documents",
]);
