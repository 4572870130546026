import { useEffect, useRef } from "react";
import { useDraft } from "./useDraft";
import { useLabel } from "./useElement";

export interface TextFieldProps {
  /** What assistive technology calls it. */
  readonly label: string;
  readonly value: string;
  readonly placeholder?: string | undefined;
  readonly disabled?: boolean | undefined;
  readonly invalid?: boolean | undefined;
  /** A new value, on blur or Enter. */
  readonly onValue: (value: string) => void;
  /** What is typed and not yet committed; undefined when there is nothing. */
  readonly onDraft?: ((draft: string | undefined) => void) | undefined;
  /** Takes the focus with all of its text selected, once for each number. */
  readonly focus?: number | undefined;
}

export function TextField(props: TextFieldProps) {
  const { label, value, placeholder, disabled = false, invalid = false, onValue, onDraft, focus } = props;
  const ref = useRef<HTMLElement>(null);
  useDraft(ref, { value, onCommit: onValue, onDraft });
  useLabel(ref, label, invalid);
  useEffect(() => {
    if (focus !== undefined) focusAll(ref.current);
  }, [focus]);
  return (
    <vscode-text-field
      ref={ref}
      class={`control${invalid ? " invalid" : ""}`}
      disabled={disabled}
      placeholder={placeholder ?? ""}
      title={value}
    />
  );
}

/** The toolkit makes its inner field a moment after it is attached. */
function focusAll(element: HTMLElement | null): void {
  if (element === null) return;
  requestAnimationFrame(() => {
    const inner = element.shadowRoot?.querySelector("input");
    inner?.focus();
    inner?.select();
  });
}
