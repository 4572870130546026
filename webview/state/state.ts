import type { Edge, Node } from "reactflow";
import type { Output } from "../../extension/deploy/types";
import type { Position } from "../../extension/manifest/edit/operation";
import type {
  DeploymentView,
  LastChange,
  Picture,
  PictureComponent,
  PictureEdge,
  PictureNote,
  PictureProblem,
} from "../../extension/protocol/messages";
import type { Guide } from "../canvas/snap";
import type { Lane } from "../layout/box";
import type { MenuTarget } from "../menu/target";
import { initialView, type ViewState } from "./viewState";

// React Flow asks for types with an index signature, which an alias has and an interface has not.
export type CardData = {
  readonly component: PictureComponent;
  readonly problems: readonly PictureProblem[];
};
export type CardNode = Node<CardData, "card">;

export type NoteData = { readonly note: PictureNote };
export type NoteNode = Node<NoteData, "note">;
export type CanvasNode = CardNode | NoteNode;

export type LinkData = { readonly kind: PictureEdge["kind"]; readonly label?: string };
export type LinkEdge = Edge<LinkData, "link">;

/** A sentence for whoever looks or listens; the same one said again has another id. */
export interface Notice {
  readonly id: number;
  readonly text: string;
  /** Why something was refused, or what else follows from what was done. */
  readonly tone: "refused" | "information";
  /** It is about an edit, whose lines can be shown. */
  readonly hasChange?: boolean;
}

/** Everything the webview shows. `picture` and `deployment` come from the host; the rest is how they are looked at. */
export interface State {
  readonly picture: Picture | undefined;
  readonly deployment: DeploymentView | null;
  /** Of the last deployment that ended well, for as long as this page lives. */
  readonly outputs: readonly Output[];
  readonly nodes: CardNode[];
  readonly edges: LinkEdge[];
  readonly notes: NoteNode[];
  readonly selected: readonly string[];
  readonly selectedEdges: readonly string[];
  /** By their id in the text. */
  readonly selectedNotes: readonly string[];
  /** Moved here, not yet in the text; by the id of the node. */
  readonly moves: ReadonlyMap<string, Move>;
  /** To be selected as soon as a picture has them. */
  readonly awaited: { readonly names: readonly string[]; readonly edit: boolean } | undefined;
  /** The note or group whose words are being typed. */
  readonly editing: { readonly kind: "note" | "group"; readonly id: string } | undefined;
  /** A connection that is being made or moved. */
  readonly connecting: Connecting | undefined;
  /** What the pointer carries over the canvas. */
  readonly carried: Carried | undefined;
  readonly menu: OpenMenu | undefined;
  /** The list of all shortcuts is open. */
  readonly help: boolean;
  /** The bar that finds components is open. */
  readonly finding: boolean;
  /** The component, be it removed, that the last step between differences led to. */
  readonly difference: string | undefined;
  /** The component whose name field should take the focus. */
  readonly naming: string | undefined;
  /** To be brought into sight, once for each object. */
  readonly shown: { readonly name: string } | undefined;
  readonly rightTab: "properties" | "changes" | "deployment";
  /** What the last edit from here wrote, for as long as this page lives. */
  readonly lastChange: LastChange | undefined;
  readonly notice: Notice | undefined;
  readonly announcement: Notice | undefined;
  readonly view: ViewState;
}

export interface Move {
  readonly position: Position;
  /** The host has answered; the next picture is the truth. */
  readonly answered: boolean;
}

/** One end of a connection is held fast; the other is being chosen. */
export interface Connecting {
  readonly start: string;
  /** The fixed end is the one that is connected to. */
  readonly isBackwards: boolean;
  readonly by: "pointer" | "keyboard";
  /** The connection whose end is moved, by its id; undefined for a new one. */
  readonly edge?: string | undefined;
  /** What it can end at, in the order of the graph. */
  readonly targets: readonly string[];
  /** The one that is chosen from the keyboard. */
  readonly at?: string | undefined;
}

export interface Carried {
  /** Where each node stood before; empty for a component that is new. */
  readonly from: ReadonlyMap<string, Position>;
  /** What it lines up with. */
  readonly guides: readonly Guide[];
  /** The group that it would become part of. */
  readonly into?: string | undefined;
  /** Where a new component belongs. */
  readonly lane?: Lane | undefined;
}

export interface OpenMenu {
  /** In pixels of the window. */
  readonly x: number;
  readonly y: number;
  readonly target: MenuTarget;
}

export function initialState(view: ViewState = initialView): State {
  return {
    picture: undefined,
    deployment: null,
    outputs: [],
    nodes: [],
    edges: [],
    notes: [],
    selected: view.selected,
    selectedEdges: [],
    selectedNotes: [],
    moves: new Map(),
    awaited: undefined,
    editing: undefined,
    connecting: undefined,
    carried: undefined,
    menu: undefined,
    help: false,
    finding: false,
    difference: undefined,
    naming: undefined,
    shown: undefined,
    rightTab: "properties",
    lastChange: undefined,
    notice: undefined,
    announcement: undefined,
    view,
  };
}
