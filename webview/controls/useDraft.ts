import { type RefObject, useRef, useState } from "react";
import { type ToolkitProperties, useElementEvents, useProperties } from "./useElement";

export interface DraftOptions {
  /** What is committed now. */
  readonly value: string;
  /** Called on blur and Enter, when the text differs. */
  readonly onCommit: (value: string) => void;
  readonly onDraft?: ((draft: string | undefined) => void) | undefined;
  /** Enter makes a new line; Ctrl+Enter commits. */
  readonly multiline?: boolean;
  /** Sees a key before it means commit or revert; true: it is dealt with. */
  readonly onKey?: ((event: KeyboardEvent) => boolean) | undefined;
}

/**
 * Typing makes a draft; blur and Enter commit it, Escape drops it. While there is a draft, undo and redo belong to the
 * field; without one they are VS Code's and undo the document. Returns the draft, and how to drop or take one.
 */
export function useDraft(ref: RefObject<HTMLElement | null>, options: DraftOptions) {
  const { value, onCommit, onDraft, multiline = false, onKey } = options;
  const [draft, setDraftState] = useState<string | undefined>(undefined);
  const current = useRef<string | undefined>(undefined);
  const setDraft = (next: string | undefined) => {
    if (current.current === next) return;
    current.current = next;
    setDraftState(next);
    onDraft?.(next);
  };
  const commit = (text = current.current) => {
    setDraft(undefined);
    if (text !== undefined && text !== value) onCommit(text);
  };

  useProperties(ref, { value: draft ?? value });
  useElementEvents(ref, {
    input: (event) => {
      const typed = typedText(event, ref.current);
      setDraft(typed === value ? undefined : typed);
    },
    focusout: () => commit(),
    keydown: (event) => {
      if (!(event instanceof KeyboardEvent) || onKey?.(event) === true) return;
      if (event.isComposing) return;
      const hasDraft = current.current !== undefined;
      const key = event.key.toLowerCase();
      if ((event.ctrlKey || event.metaKey) && (key === "z" || key === "y")) {
        if (hasDraft) event.stopPropagation();
      } else if (event.key === "Escape" && hasDraft) {
        event.stopPropagation();
        setDraft(undefined);
      } else if (event.key === "Enter" && (!multiline || event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        commit();
      }
    },
  });
  return { draft, setDraft, commit };
}

/** The inner field has the text before the toolkit's element knows it. */
function typedText(event: Event, element: HTMLElement | null): string {
  const inner = event.composedPath()[0];
  if (inner instanceof HTMLInputElement || inner instanceof HTMLTextAreaElement) return inner.value;
  return (element as ToolkitProperties | null)?.value ?? "";
}
