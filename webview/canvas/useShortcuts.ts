import { useEffect } from "react";
import { useReactFlow } from "reactflow";
import { leaveComparison } from "../edited/leave";
import { isChord } from "../menu/chord";
import { type Command, type Context, isOffered, moreOf } from "../menu/command";
import { commands } from "../menu/commands/all";
import { copy, cut, paste } from "../state/clipboard";
import { announceTarget, endConnecting, stepConnecting, stopConnecting } from "../state/connecting";
import type { Controller } from "../state/controller";
import { useController } from "../state/hooks";
import { whyNotChange } from "../state/mayChange";
import { select } from "../state/select";
import { selectedNodes } from "../state/selected";
import type { CanvasNode, LinkEdge, State } from "../state/state";
import { strings } from "../strings";
import { contextOf, isInField, isOnCanvas, openMenuAtFocus, targetOf } from "./focusTarget";
import { go, type Way } from "./navigate";

const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
/** How far one press of an arrow key pushes. In pixels. */
const step = 5;
const largeStep = 20;

/**
 * The keys of the canvas. They are taken before React Flow and VS Code see them: VS Code listens on the window, and
 * what it hears it may take for a command of its own (Alt+Left would leave the editor).
 */
export function useShortcuts(): void {
  const controller = useController();
  const flow = useReactFlow<CanvasNode, LinkEdge>();
  useEffect(() => {
    const pointer = { x: 0, y: 0, isOver: false };
    const onPointer = (event: PointerEvent) => {
      pointer.x = event.clientX;
      pointer.y = event.clientY;
      pointer.isOver = event.target instanceof Element && event.target.closest(".react-flow") !== null;
    };
    const context = (): Context => contextOf(controller, flow, pointer.isOver ? pointer : undefined);
    const onKey = (event: KeyboardEvent) => {
      // A save must find everything in the text.
      if (isChord(event, "Ctrl+S")) controller.settle();
      if (isInField(event) || !isOnCanvas(event) || event.isComposing) return;
      if (!press(controller, event, context)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    const onClipboard = (event: ClipboardEvent) => {
      if (isInField(event) || !isOnCanvas(event) || window.getSelection()?.isCollapsed === false) return;
      event.preventDefault();
      if (event.type === "copy") copy(controller);
      else if (event.type === "cut") void cut(controller);
      else if (event.type === "paste") void paste(controller, context().at);
    };
    const settle = () => controller.settle();

    document.addEventListener("keydown", onKey, { capture: true });
    document.addEventListener("pointermove", onPointer);
    // The `before` events are how a page says that there is something to copy although no text is selected.
    const clipboard = ["copy", "cut", "paste", "beforecopy", "beforecut", "beforepaste"] as const;
    for (const name of clipboard) document.addEventListener(name as "copy", onClipboard);
    const leaving = ["blur", "pagehide", "focusout"] as const;
    for (const name of leaving) window.addEventListener(name, settle);
    document.addEventListener("visibilitychange", settle);
    return () => {
      document.removeEventListener("keydown", onKey, { capture: true });
      document.removeEventListener("pointermove", onPointer);
      for (const name of clipboard) document.removeEventListener(name as "copy", onClipboard);
      for (const name of leaving) window.removeEventListener(name, settle);
      document.removeEventListener("visibilitychange", settle);
      settle();
    };
  }, [controller, flow]);
}

/** True: the key meant something here. */
export function press(controller: Controller, event: KeyboardEvent, context: () => Context): boolean {
  const { store } = controller;
  if (store.get().connecting?.by === "keyboard") return pressConnecting(controller, event);
  if (isChord(event, "Ctrl+Z") && controller.takeBack()) {
    controller.announce(strings.announce.tookBack);
    return true;
  }
  if (event.key === "ContextMenu" || isChord(event, "Shift+F10")) return openMenuAtFocus(controller);
  if (event.key === "Escape") {
    if (selectedNodes(store.get()).length + store.get().selectedEdges.length === 0) {
      return leaveComparison(controller);
    }
    store.update((state) => select(state, []));
    controller.announce(strings.selection.none);
    return true;
  }
  if (pressArrow(controller, event)) return true;
  return pressCommand(context, event);
}

function pressConnecting(controller: Controller, event: KeyboardEvent): boolean {
  const { store } = controller;
  const { connecting } = store.get();
  if (connecting === undefined) return false;
  const { key } = event;
  if (key === "Escape") {
    store.update(stopConnecting);
    controller.announce(strings.connecting.left);
  } else if (key === "Enter" && connecting.at !== undefined) {
    void endConnecting(controller, connecting, connecting.at);
  } else if (key in arrows || key === "Tab") {
    const isBack = key === "ArrowLeft" || key === "ArrowUp" || (key === "Tab" && event.shiftKey);
    store.update((state) => stepConnecting(state, isBack ? -1 : 1));
    announceTarget(controller);
  } else return false;
  return true;
}

function pressArrow(controller: Controller, event: KeyboardEvent): boolean {
  const way = wayOf(event);
  if (way !== undefined) return go(controller, targetOf(), way);
  const direction = arrows[event.key];
  if (direction === undefined || event.ctrlKey || event.metaKey || event.altKey) return false;
  if (selectedNodes(controller.store.get()).length === 0) {
    return !event.shiftKey && go(controller, targetOf(), event.key as Way);
  }
  const reason = whyNotChange(controller.store.get(), "place");
  if (reason !== undefined) controller.notify(reason);
  else {
    const distance = event.shiftKey ? largeStep : step;
    controller.nudge(direction[0] * distance, direction[1] * distance);
  }
  return true;
}

function wayOf(event: KeyboardEvent): Way | undefined {
  const { key } = event;
  if (event.ctrlKey || event.metaKey || event.shiftKey) return undefined;
  if (event.altKey) {
    const ways: Readonly<Record<string, Way>> = {
      ArrowRight: "out",
      ArrowLeft: "in",
      ArrowDown: "next",
      ArrowUp: "previous",
    };
    return ways[key];
  }
  return key === "Home" ? "first" : key === "End" ? "last" : undefined;
}

function pressCommand(context: () => Context, event: KeyboardEvent): boolean {
  const found = context();
  const { controller, target } = found;
  const state = controller.store.get();
  const chosen = flatten(commands, state).find(
    (command) =>
      command.isEvent !== true &&
      command.keys?.some((chord) => isChord(event, chord)) === true &&
      (isOffered(command, state, target) || isOffered(command, state, { kind: "canvas" })),
  );
  if (chosen === undefined) return false;
  const reason = chosen.whyNot?.(state, target);
  if (reason === undefined) chosen.run?.(found);
  else controller.notify(reason);
  return true;
}

function flatten(some: readonly Command[], state: State): readonly Command[] {
  return some.flatMap((command) => {
    const more = moreOf(command, state);
    return more === undefined ? [command] : flatten(more, state);
  });
}
