import { useReactFlow } from "reactflow";
import { contextOf } from "../canvas/focusTarget";
import { Button } from "../controls/Button";
import { labelOf } from "../menu/command";
import { commands } from "../menu/commands/all";
import { useCanvas, useController } from "../state/hooks";
import type { CanvasNode, LinkEdge } from "../state/state";
import { strings } from "../strings";

/** Arranging, finding, the other way to look at it, and a menu with everything else; each as the canvas' commands have it. */
export function ViewButtons() {
  const controller = useController();
  const flow = useReactFlow<CanvasNode, LinkEdge>();
  const isEmpty = useCanvas((state) => state.nodes.length === 0);
  const isList = useCanvas((state) => state.view.list);
  const button = (id: string, icon: string) => {
    const command = commands.find((each) => each.id === id);
    if (command === undefined) return null;
    const label = labelOf(command, controller.store.get(), { kind: "canvas" });
    return (
      <Button
        icon={icon}
        label={label}
        disabled={isEmpty}
        onPress={() => command.run?.({ ...contextOf(controller, flow), target: { kind: "canvas" } })}
      />
    );
  };
  return (
    <>
      {!isList && button("arrangeOpen", "layout")}
      {button("find", "search")}
      {button("list", isList ? "type-hierarchy" : "list-tree")}
      <span className="toolbar-more">
        <Button
          icon="ellipsis"
          label={strings.view.menu}
          onPress={() => {
            const box = document.querySelector(".toolbar-more")?.getBoundingClientRect();
            controller.store.update((state) => ({
              ...state,
              menu: { x: box?.left ?? 0, y: box?.bottom ?? 0, target: { kind: "canvas" } },
            }));
          }}
        />
      </span>
    </>
  );
}
