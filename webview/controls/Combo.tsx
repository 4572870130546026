import { useId, useRef, useState } from "react";
import { strings } from "../strings";
import type { TextFieldProps } from "./TextField";
import { useDraft } from "./useDraft";
import { useLabel } from "./useElement";

export interface ComboProps extends Omit<TextFieldProps, "focus" | "onDraft"> {
  readonly suggestions: readonly string[];
}

/** A text field that offers likely values while it has the focus. Any other text is as good. */
export function Combo(props: ComboProps) {
  const { label, value, placeholder, disabled = false, invalid = false, suggestions, onValue } = props;
  const ref = useRef<HTMLElement>(null);
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const [marked, setMarked] = useState<number | undefined>(undefined);
  const [typed, setTyped] = useState<string | undefined>(undefined);
  const offered = suggestions.filter((text) => typed === undefined || text.toLowerCase().includes(typed.toLowerCase()));
  const isShown = isOpen && offered.length > 0 && !disabled;
  const close = () => {
    setOpen(false);
    setMarked(undefined);
  };

  const { commit } = useDraft(ref, {
    value,
    onCommit: (text) => {
      close();
      onValue(text);
    },
    onDraft: (draft) => {
      setTyped(draft);
      setMarked(undefined);
      if (draft !== undefined) setOpen(true);
    },
    onKey: (event) => {
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        if (!isShown) setOpen(true);
        else {
          const step = event.key === "ArrowDown" ? 1 : -1;
          const start = marked ?? (step === 1 ? -1 : 0);
          setMarked((start + step + offered.length) % offered.length);
        }
        return true;
      }
      const chosen = marked === undefined ? undefined : offered[marked];
      if (event.key === "Enter" && isShown && chosen !== undefined) {
        event.preventDefault();
        close();
        commit(chosen);
        return true;
      }
      if (event.key === "Escape" && isShown) {
        event.stopPropagation();
        close();
        return typed === undefined;
      }
      return false;
    },
  });
  useLabel(ref, label, invalid);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only hears of focus and presses in the field inside.
    <div
      className="combo"
      onBlur={close}
      onPointerDown={(event) => {
        if (event.target instanceof Node && ref.current?.contains(event.target) === true) setOpen(true);
      }}
    >
      <vscode-text-field
        ref={ref}
        class={`control${invalid ? " invalid" : ""}`}
        disabled={disabled}
        placeholder={placeholder ?? ""}
      />
      {isShown && (
        <div className="combo-list" role="listbox" id={id} aria-label={strings.inspector.suggestions(label)}>
          {offered.map((text, index) => (
            // biome-ignore lint/a11y/useFocusableInteractive: the text field keeps the focus; its arrow keys mark options.
            // biome-ignore lint/a11y/useKeyWithClickEvents: Enter in the text field takes the marked one.
            <div
              key={text}
              role="option"
              aria-selected={index === marked}
              className={index === marked ? "marked" : ""}
              // The field would lose the focus, and with it the list, before the click.
              onPointerDown={(event) => event.preventDefault()}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => {
                close();
                commit(text);
              }}
            >
              {text}
            </div>
          ))}
        </div>
      )}
    </div>
  );
}
