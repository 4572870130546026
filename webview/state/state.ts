import type { Edge, Node } from "reactflow";
import type { Output } from "../../extension/deploy/types";
import type { Position } from "../../extension/manifest/edit/operation";
import type {
  DeploymentView,
  Picture,
  PictureComponent,
  PictureEdge,
  PictureProblem,
} from "../../extension/protocol/messages";
import { initialView, type ViewState } from "./viewState";

// React Flow asks for types with an index signature, which an alias has and an interface has not.
export type CardData = {
  readonly component: PictureComponent;
  readonly problems: readonly PictureProblem[];
};
export type CardNode = Node<CardData, "card">;

export type LinkData = { readonly kind: PictureEdge["kind"]; readonly label?: string };
export type LinkEdge = Edge<LinkData, "link">;

/** A sentence for whoever looks or listens; the same one said again has another id. */
export interface Notice {
  readonly id: number;
  readonly text: string;
  /** Why something was refused, or what else follows from what was done. */
  readonly tone: "refused" | "information";
}

/** Everything the webview shows. `picture` and `deployment` come from the host; the rest is how they are looked at. */
export interface State {
  readonly picture: Picture | undefined;
  readonly deployment: DeploymentView | null;
  /** Of the last deployment that ended well, for as long as this page lives. */
  readonly outputs: readonly Output[];
  readonly nodes: CardNode[];
  readonly edges: LinkEdge[];
  readonly selected: readonly string[];
  readonly selectedEdges: readonly string[];
  /** Moved here, not yet in the text. */
  readonly moves: ReadonlyMap<string, Move>;
  /** To be selected as soon as a picture has it. */
  readonly awaited: { readonly name: string; readonly edit: boolean } | undefined;
  /** The component whose name field should take the focus. */
  readonly naming: string | undefined;
  /** To be brought into sight, once for each object. */
  readonly shown: { readonly name: string } | undefined;
  readonly rightTab: "properties" | "deployment";
  readonly notice: Notice | undefined;
  readonly announcement: Notice | undefined;
  readonly view: ViewState;
}

export interface Move {
  readonly position: Position;
  /** The host has answered; the next picture is the truth. */
  readonly answered: boolean;
}

export function initialState(view: ViewState = initialView): State {
  return {
    picture: undefined,
    deployment: null,
    outputs: [],
    nodes: [],
    edges: [],
    selected: view.selected,
    selectedEdges: [],
    moves: new Map(),
    awaited: undefined,
    naming: undefined,
    shown: undefined,
    rightTab: "properties",
    notice: undefined,
    announcement: undefined,
    view,
  };
}
