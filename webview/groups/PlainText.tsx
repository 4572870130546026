import { useLayoutEffect, useRef } from "react";
import { isChord } from "../menu/chord";

interface PlainTextProps {
  readonly label: string;
  readonly value: string;
  readonly className: string;
  /** Enter commits instead of making a new line. */
  readonly isSingleLine?: boolean;
  /** On blur, and on Enter or Ctrl+Enter. Not when Escape dropped what was typed. */
  readonly onValue: (value: string) => void;
  /** It is over, either way. */
  readonly onLeave: () => void;
}

/** Words that are edited where they stand on the canvas. As long as something is typed, undo belongs to the field. */
export function PlainText({ label, value, className, isSingleLine = false, onValue, onLeave }: PlainTextProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const isOver = useRef(false);
  const hasTyped = useRef(false);
  useLayoutEffect(() => {
    let frame: number | undefined;
    // React Flow hides what it has not measured yet, which can take no focus until it is seen.
    const take = () => {
      field.current?.focus();
      if (document.activeElement === field.current) field.current?.select();
      else frame = requestAnimationFrame(take);
    };
    take();
    return () => {
      if (frame !== undefined) cancelAnimationFrame(frame);
    };
  }, []);
  const leave = (takes: boolean) => {
    if (isOver.current) return;
    isOver.current = true;
    if (takes && field.current !== null && field.current.value !== value) onValue(field.current.value);
    onLeave();
  };
  return (
    <textarea
      ref={field}
      className={className}
      aria-label={label}
      dir="auto"
      rows={isSingleLine ? 1 : 3}
      defaultValue={value}
      onInput={() => {
        hasTyped.current = true;
      }}
      onBlur={() => leave(true)}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        const { key } = event;
        const isUndo = isChord(event, "Ctrl+Z");
        const isRedo = isChord(event, "Ctrl+Y") || isChord(event, "Ctrl+Shift+Z");
        if ((isUndo && field.current?.value !== value) || (isRedo && hasTyped.current)) event.stopPropagation();
        const isCommit = key === "Enter" && (isSingleLine || event.ctrlKey || event.metaKey);
        if (key !== "Escape" && !isCommit) return;
        event.preventDefault();
        event.stopPropagation();
        leave(isCommit);
      }}
    />
  );
}
