import { memo, useEffect, useRef } from "react";
import { type NodeProps, NodeResizer } from "reactflow";
import { PlainText } from "../groups/PlainText";
import { useCanvas, useController } from "../state/hooks";
import { whyNotChange } from "../state/mayChange";
import { resizeNote, writeNote } from "../state/notes";
import type { NoteNode } from "../state/state";
import { strings } from "../strings";
import "./notes.css";

const least = { width: 80, height: 40 } as const;

/** Words on the canvas: plain text, whatever it looks like. */
export const Note = memo(function Note({ data, selected }: NodeProps<NoteNode>) {
  const controller = useController();
  const { store } = controller;
  const { id, text, size } = data.note;
  const isEditing = useCanvas(({ editing }) => editing?.kind === "note" && editing.id === id);
  const isMovable = useCanvas((state) => whyNotChange(state, "place") === undefined);
  const wasEditing = useRef(false);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (wasEditing.current && !isEditing && document.activeElement === document.body) {
      box.current?.closest<HTMLElement>(".react-flow__node")?.focus();
    }
    wasEditing.current = isEditing;
  }, [isEditing]);
  return (
    <>
      <NodeResizer
        isVisible={selected && isMovable && !isEditing}
        minWidth={least.width}
        minHeight={least.height}
        lineClassName="note-line"
        handleClassName="note-handle"
        onResizeEnd={(_event, { x, y, width, height }) => void resizeNote(controller, id, [x, y], [width, height])}
      />
      <div ref={box} className={`note${size === undefined ? "" : " sized"}`}>
        {isEditing ? (
          <PlainText
            className="note-field nodrag nopan nowheel"
            label={strings.notes.text}
            value={text}
            onValue={(value) => void writeNote(controller, id, value)}
            onLeave={() => store.update((state) => ({ ...state, editing: undefined }))}
          />
        ) : (
          <p dir="auto">{text}</p>
        )}
      </div>
    </>
  );
});
