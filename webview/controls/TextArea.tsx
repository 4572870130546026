import { useRef } from "react";
import { useDraft } from "./useDraft";
import { useLabel } from "./useElement";

export interface TextAreaProps {
  readonly label: string;
  readonly value: string;
  readonly placeholder?: string | undefined;
  readonly disabled?: boolean | undefined;
  readonly invalid?: boolean | undefined;
  readonly rows?: number;
  /** A new value, on blur or Ctrl+Enter. */
  readonly onValue: (value: string) => void;
}

export function TextArea(props: TextAreaProps) {
  const { label, value, placeholder, disabled = false, invalid = false, rows = 2, onValue } = props;
  const ref = useRef<HTMLElement>(null);
  useDraft(ref, { value, onCommit: onValue, multiline: true });
  useLabel(ref, label, invalid);
  return (
    <vscode-text-area
      ref={ref}
      class={`control${invalid ? " invalid" : ""}`}
      disabled={disabled}
      rows={rows}
      placeholder={placeholder ?? ""}
    />
  );
}
