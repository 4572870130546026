import type { DeploymentView } from "../deploy/types";
import type { Json, Operation, Position } from "../manifest/edit/operation";
import type { Path, ProblemCode, Severity } from "../manifest/problem";

export type { DeploymentView } from "../deploy/types";

/** What the canvas draws: a picture of one version of the text, and nothing that the text does not say. */
export interface Picture {
  /** The text document's version. */
  readonly version: number;
  readonly name: string;
  /** Of the chosen environment: its own, the base's, or the default. Absent when what is written is not a text. */
  readonly region?: string;
  /** False: the text cannot be read now; components and edges are those of the last version that could. */
  readonly readable: boolean;
  readonly editable: boolean;
  /** False in Restricted Mode and where there is no deploying (a browser): says why. */
  readonly deploy: { readonly possible: true } | { readonly possible: false; readonly reason: string };
  /** At least one; `default` when the manifest names none. */
  readonly environments: readonly string[];
  readonly environment: string;
  readonly components: readonly PictureComponent[];
  readonly edges: readonly PictureEdge[];
  readonly problems: readonly PictureProblem[];
}

export interface PictureComponent {
  readonly name: string;
  /** As written; one that does not exist is drawn as a box with its problem. */
  readonly type: string;
  /** "1 vCPU · 2 GiB · 2-6 tasks", for the chosen environment. */
  readonly summary: string;
  /** Only when it was moved by hand. */
  readonly position?: Position;
  /** The fields as written in the base, aliases and merges resolved; for the inspector. Values of secrets are never in a manifest. */
  readonly fields: { readonly [key: string]: Json };
  /** The chosen environment's override. */
  readonly override?: { readonly [key: string]: Json };
}

export interface PictureEdge {
  readonly from: string;
  readonly to: string;
  /** `connection` and `route` are declared (solid); `reference` is inferred from `${{ }}` alone (dashed). */
  readonly kind: "connection" | "route" | "reference";
  /** A route's host and path, or the variables' prefix when it is not the name. */
  readonly label?: string;
}

export interface PictureProblem {
  readonly code: ProblemCode;
  readonly severity: Severity;
  readonly message: string;
  /** From 1. */
  readonly line: number;
  /** The problem's start in the text, for the jump. */
  readonly offset: number;
  readonly component?: string;
  /** Relative to the component, where it is known: the inspector shows it at the field. */
  readonly field?: Path;
}

export type ToWebview =
  | { readonly type: "picture"; readonly picture: Picture }
  | { readonly type: "deployment"; readonly deployment: DeploymentView | null }
  /** The cursor went there in the text, or somebody asked for it. */
  | { readonly type: "select"; readonly component: string }
  /** The answer to an `edit`. Refused: nothing was written, and `reason` says why. Written: `notice` says what else follows. */
  | {
      readonly type: "edited";
      readonly id: number;
      readonly ok: boolean;
      readonly reason?: string;
      readonly notice?: string;
    };

export type ToHost =
  | { readonly type: "ready" }
  /** One gesture: all operations together are one edit and one undo step. `version` is the picture's that was seen. */
  | { readonly type: "edit"; readonly id: number; readonly version: number; readonly operations: readonly Operation[] }
  | { readonly type: "undo" }
  | { readonly type: "redo" }
  | { readonly type: "chooseEnvironment"; readonly environment: string }
  /** Shows the text at a component, a field or an offset. */
  | { readonly type: "reveal"; readonly path: Path }
  | { readonly type: "revealOffset"; readonly offset: number }
  | { readonly type: "openText" }
  | { readonly type: "deploy" }
  | { readonly type: "confirmPlan" }
  | { readonly type: "discardPlan" }
  | { readonly type: "destroy" }
  | { readonly type: "closeDeployment" }
  | { readonly type: "copyOutput"; readonly key: string }
  | { readonly type: "openOutput"; readonly key: string }
  | { readonly type: "showLog" };
