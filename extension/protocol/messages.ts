import type { DeploymentView } from "../deploy/types";
import type { ChangedLine } from "../manifest/edit/changedLines";
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
  /** What is written of the application itself: all but components and positions; of environments, all but overrides. */
  readonly settings?: { readonly [key: string]: Json };
  readonly components: readonly PictureComponent[];
  readonly edges: readonly PictureEdge[];
  readonly problems: readonly PictureProblem[];
  /** Nothing on the canvas is moved or deleted by a gesture. Said by the text, so that it holds for everybody. */
  readonly locked: boolean;
  readonly notes: readonly PictureNote[];
  readonly groups: readonly PictureGroup[];
  /** Names that have a position in the text, and that no component has any more. Absent: none. */
  readonly astray?: readonly string[];
  /** Of the chosen environment, for a month. Absent while there is an error, or where prices are not known yet. */
  readonly price?: PicturePrice;
  /** What differs from the last deployment of the chosen environment. Absent when there was none. */
  readonly edited?: PictureEdited;
}

export interface PictureNote {
  readonly id: string;
  readonly text: string;
  /** The upper left corner. */
  readonly at: Position;
  /** Width and height; without it, as large as the text. */
  readonly size?: Position;
}

export interface PictureGroup {
  readonly id: string;
  readonly title?: string;
  /** Those that exist, in the text's order. */
  readonly components: readonly string[];
}

/** A sum, in US dollars for a month. `unknown` counts what has no price: that is never 0 dollars. */
export interface PriceAmount {
  readonly usd: number;
  readonly unknown: number;
}

/** What something costs in a month: with nothing to do, and scaled to its limits. */
export interface PicturePrice {
  readonly idle: PriceAmount;
  readonly maximum: PriceAmount;
  /** The day the prices are of, `2026-11-01`. */
  readonly asOf: string;
  /** Of a component: its own. Of the picture: what belongs to no component, such as the network. */
  readonly items: readonly PriceItem[];
  readonly notIncluded?: readonly string[];
  /** Against the last deployment, when it was in that. */
  readonly change?: PriceChange;
  /** What each value of `size` comes to. */
  readonly choices?: readonly PriceChoice[];
}

/** In US dollars for a month; absent: not known, since what has no price changes. */
export interface PriceChange {
  readonly idle?: number;
  readonly maximum?: number;
}

/** A value that a field may have. */
export interface PriceChoice {
  readonly value: string;
  /** What it is on the platform: `db.t4g.small`. */
  readonly means: string;
  /** US dollars for a month; absent when it is unknown. */
  readonly idle?: number;
}

/** Absent amounts are unknown. */
export interface PriceItem {
  readonly text: string;
  readonly idle?: number;
  readonly maximum?: number;
}

/** What differs from another version: the one last deployed, or `against`. Values that look like secrets are masked. */
export interface PictureEdited {
  /** When that version was deployed, or was read to be compared with; ISO 8601. */
  readonly at: string;
  readonly components: { readonly [name: string]: EditedComponent };
  /** Components of that version that are not in the text any more. */
  readonly removed: readonly string[];
  /** What belongs to no component; paths from the root. */
  readonly other: readonly EditedField[];
  /** A version that somebody compares with, instead of the one last deployed. */
  readonly against?: Against;
}

/** Another version of the manifest, with what takes another picture to be seen. */
export interface Against {
  /** How it is called: `HEAD`, `shop.stackwright.yaml`. */
  readonly name: string;
  /** The removed components as they were drawn there. */
  readonly ghosts: readonly Ghost[];
  /** Lines between cards, several between the same two as one. A changed one has another label. */
  readonly edges: {
    readonly added: readonly PictureEdge[];
    readonly changed: readonly PictureEdge[];
    readonly removed: readonly PictureEdge[];
  };
}

export type Ghost = Pick<PictureComponent, "name" | "type" | "summary" | "position">;

export interface EditedComponent {
  readonly kind: "added" | "changed";
  /** Paths relative to the component. */
  readonly fields: readonly EditedField[];
}

export interface EditedField {
  readonly path: Path;
  /** As deployed; absent when it was not there. */
  readonly before?: Json;
  /** As written now; absent when it is not there. */
  readonly after?: Json;
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
  readonly price?: PicturePrice;
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
  /** Relative to the component, without one to the root, where it is known: the inspector shows it at the field. */
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
      /** Names of the components that were made, to be selected. */
      readonly components?: readonly string[];
      /** What was written. Absent when nothing had to be. */
      readonly change?: LastChange;
    };

/** The lines that an edit took away and wrote. */
export interface LastChange {
  /** The first of them, in the order of the text. */
  readonly lines: readonly ChangedLine[];
  /** How many of all. */
  readonly added: number;
  readonly removed: number;
}

export type ToHost =
  | { readonly type: "ready" }
  /** One gesture: all operations together are one edit and one undo step. `version` is the picture's that was seen. */
  | { readonly type: "edit"; readonly id: number; readonly version: number; readonly operations: readonly Operation[] }
  /** Puts the text of components on the clipboard. With `cut`, the id of an edit, takes them out of the text as well. */
  | { readonly type: "copy"; readonly components: readonly string[]; readonly cut?: number }
  /** Adds the components on the clipboard, the first of them at `at`. Answered by `edited`, as are the next two. */
  | { readonly type: "paste"; readonly id: number; readonly at?: Position }
  | { readonly type: "duplicate"; readonly id: number; readonly components: readonly string[] }
  /** Puts one field, one component, or with neither everything back to what is deployed, or to what is compared with. A path is from the root unless a component is named. */
  | { readonly type: "discardEdit"; readonly id: number; readonly component?: string; readonly path?: Path }
  /** Asks what to import, and begins an empty application with that. */
  | { readonly type: "import" }
  /** Shows the packages that can be installed. */
  | { readonly type: "browsePackages" }
  /** Opens the text before and after the last edit of this canvas. */
  | { readonly type: "showChange" }
  /** Asks which version to compare with, and shows the differences; the second one ends that. */
  | { readonly type: "compare" }
  | { readonly type: "endCompare" }
  /** Asks where, and writes the file. `data`: an SVG document, or a PNG in base64. */
  | { readonly type: "saveImage"; readonly format: "svg" | "png"; readonly data: string }
  /** Opens a page that can be printed. */
  | { readonly type: "print"; readonly svg: string }
  | { readonly type: "chooseEnvironment"; readonly environment: string }
  /** Components that were selected on the canvas: where the text is in sight, it shows them too. */
  | { readonly type: "selected"; readonly components: readonly string[] }
  /** Shows the text at a component, a field or an offset. */
  | { readonly type: "reveal"; readonly path: Path }
  | { readonly type: "revealOffset"; readonly offset: number }
  | { readonly type: "openText" }
  | { readonly type: "deploy" }
  | { readonly type: "confirmPlan" }
  | { readonly type: "discardPlan" }
  /** Opens the plan as a page to read, or as data. */
  | { readonly type: "exportPlan"; readonly format: "markdown" | "json" }
  /** Puts the failure on the clipboard, as Markdown. */
  | { readonly type: "copyFailure" }
  | { readonly type: "destroy" }
  | { readonly type: "closeDeployment" }
  | { readonly type: "copyOutput"; readonly key: string }
  | { readonly type: "openOutput"; readonly key: string }
  | { readonly type: "recover" }
  | { readonly type: "showLog" };
