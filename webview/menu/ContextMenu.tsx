import { useRef } from "react";
import { createPortal } from "react-dom";
import { useReactFlow } from "reactflow";
import { useCanvas, useController } from "../state/hooks";
import type { CanvasNode, LinkEdge, State } from "../state/state";
import { strings } from "../strings";
import { isOffered } from "./command";
import { commands } from "./commands/all";
import { Menu } from "./Menu";

/** What can be done with what was pointed at; the focus goes back there when it closes. */
export function ContextMenu() {
  const controller = useController();
  const flow = useReactFlow<CanvasNode, LinkEdge>();
  const menu = useCanvas((state) => state.menu);
  const opened = useRef<{ readonly menu: State["menu"]; readonly state: State; readonly focus: Element | null }>(
    undefined,
  );
  if (menu === undefined) return null;
  if (opened.current?.menu !== menu) {
    opened.current = { menu, state: controller.store.get(), focus: document.activeElement };
  }
  const { state, focus } = opened.current;
  const { target, x, y } = menu;
  const close = () => {
    controller.store.update((before) => ({ ...before, menu: undefined }));
    if (focus instanceof HTMLElement || focus instanceof SVGElement) focus.focus();
  };
  const offered = commands
    .filter((command) => isOffered(command, state, target))
    .sort((left, right) => left.part - right.part);
  return createPortal(
    <>
      <div
        className="menu-back"
        aria-hidden="true"
        onPointerDown={close}
        onContextMenu={(event) => {
          event.preventDefault();
          close();
        }}
      />
      <Menu
        key={`${x} ${y}`}
        label={strings.menu.label}
        commands={offered}
        state={state}
        target={target}
        x={x}
        y={y}
        onClose={close}
        onChoose={(command) => {
          close();
          const at = flow.screenToFlowPosition({ x, y });
          command.run?.({ controller, flow, target, at: [at.x, at.y] });
        }}
      />
    </>,
    // Inside the page's landmark, and outside of whatever clips.
    document.querySelector("main") ?? document.body,
  );
}
