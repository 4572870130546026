import { type PointerEvent, useEffect, useRef } from "react";
import type { PictureGroup } from "../../extension/protocol/messages";
import { titleGroup } from "../state/groups";
import { useController } from "../state/hooks";
import { select } from "../state/select";
import { strings } from "../strings";
import { PlainText } from "./PlainText";

interface GroupTitleProps {
  readonly group: PictureGroup;
  readonly isEditing: boolean;
  readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void;
}

/** The group's name: what the pointer takes the group by, and what stands for it to the keyboard. */
export function GroupTitle({ group, isEditing, onPointerDown }: GroupTitleProps) {
  const controller = useController();
  const { store } = controller;
  const button = useRef<HTMLButtonElement>(null);
  const wasEditing = useRef(false);
  useEffect(() => {
    // The field took the focus; it goes back to what stood for the group before.
    if (wasEditing.current && !isEditing && document.activeElement === document.body) button.current?.focus();
    wasEditing.current = isEditing;
  }, [isEditing]);
  const edit = () => store.update((state) => ({ ...state, editing: { kind: "group", id: group.id } }));
  const title = group.title ?? "";
  if (isEditing) {
    return (
      <PlainText
        className="group-title-field nodrag nopan"
        label={strings.groups.title}
        value={title}
        isSingleLine
        onValue={(value) => void titleGroup(controller, group.id, value.trim())}
        onLeave={() => store.update((state) => ({ ...state, editing: undefined }))}
      />
    );
  }
  return (
    <button
      ref={button}
      type="button"
      dir="auto"
      className="group-title nopan"
      data-group={group.id}
      aria-label={strings.groups.label(title, group.components.length)}
      onPointerDown={onPointerDown}
      onDoubleClick={edit}
      onClick={() => store.update((state) => select(state, group.components))}
    >
      <span className="codicon codicon-group-by-ref-type" aria-hidden="true" />
      <bdi>{title === "" ? strings.groups.untitled : title}</bdi>
    </button>
  );
}
