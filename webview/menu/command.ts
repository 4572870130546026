import type { ReactFlowInstance } from "reactflow";
import type { Position } from "../../extension/manifest/edit/operation";
import type { Controller } from "../state/controller";
import type { CanvasNode, LinkEdge, State } from "../state/state";
import type { MenuTarget } from "./target";

/** What a command is carried out on, and where. */
export interface Context {
  readonly controller: Controller;
  readonly flow: ReactFlowInstance<CanvasNode, LinkEdge>;
  readonly target: MenuTarget;
  /** Where the pointer was, or the middle of what is in sight. In pixels of the canvas. */
  readonly at: Position;
}

/** Something that can be done, by a key, in a menu, and named in the list of shortcuts. */
export interface Command {
  readonly id: string;
  readonly label: string | ((state: State, target: MenuTarget) => string);
  /** The name of a codicon. */
  readonly icon?: string;
  /** `Ctrl+Shift+G`; where there is a Command key, that is meant by Ctrl. */
  readonly keys?: readonly string[];
  /** The browser says when it is meant, by an event of its own; the key is only told. */
  readonly isEvent?: boolean;
  /** What it is offered for. */
  readonly on: readonly MenuTarget["kind"][];
  /** Commands of one number stand together in a menu. */
  readonly part: number;
  readonly isOffered?: (state: State, target: MenuTarget) => boolean;
  /** Why it cannot be done now, in words. */
  readonly whyNot?: (state: State, target: MenuTarget) => string | undefined;
  readonly run?: (context: Context) => void;
  /** A menu of its own. */
  readonly more?: readonly Command[] | ((state: State) => readonly Command[]);
}

export function labelOf(command: Command, state: State, target: MenuTarget): string {
  return typeof command.label === "string" ? command.label : command.label(state, target);
}

/** What its own menu offers; undefined when it has none. */
export function moreOf({ more }: Command, state: State): readonly Command[] | undefined {
  return typeof more === "function" ? more(state) : more;
}

export function isOffered({ on, isOffered: offers }: Command, state: State, target: MenuTarget): boolean {
  return on.includes(target.kind) && offers?.(state, target) !== false;
}
