import { useRef, useState } from "react";
import { readNumber } from "./readNumber";
import { useDraft } from "./useDraft";
import { useLabel } from "./useElement";

export interface NumberFieldProps {
  readonly label: string;
  readonly value: number | undefined;
  readonly placeholder?: string | undefined;
  readonly disabled?: boolean | undefined;
  readonly invalid?: boolean | undefined;
  readonly whole?: boolean | undefined;
  readonly minimum?: number | undefined;
  readonly maximum?: number | undefined;
  /** A new number; undefined when the field was emptied. What is not a number in the limits stays a draft. */
  readonly onValue: (value: number | undefined) => void;
}

export function NumberField(props: NumberFieldProps) {
  const { label, value, placeholder, disabled = false, invalid = false, onValue } = props;
  const ref = useRef<HTMLElement>(null);
  const [refused, setRefused] = useState<{ readonly text: string; readonly reason: string } | undefined>(undefined);
  const shown = value === undefined ? "" : String(value);
  const take = (text: string) => {
    const answer = readNumber(text, props);
    setRefused(answer.ok ? undefined : { text, reason: answer.reason });
    if (answer.ok && answer.value !== value) onValue(answer.value);
  };
  const { setDraft } = useDraft(ref, {
    value: refused?.text ?? shown,
    onCommit: take,
    onKey: (event) => {
      if (event.key === "Escape" && refused !== undefined) {
        event.stopPropagation();
        setRefused(undefined);
        return true;
      }
      if (event.key !== "ArrowUp" && event.key !== "ArrowDown") return false;
      event.preventDefault();
      const inner = event.composedPath()[0];
      const text = inner instanceof HTMLInputElement ? inner.value : shown;
      const next = Number(text === "" ? (placeholder ?? "") : text) + (event.key === "ArrowUp" ? 1 : -1);
      if (readNumber(String(next), props).ok) setDraft(String(next));
      return true;
    },
  });
  useLabel(ref, refused === undefined ? label : `${label}. ${refused.reason}`, invalid || refused !== undefined);
  return (
    <div className="number-field">
      <vscode-text-field
        ref={ref}
        class={`control${invalid || refused !== undefined ? " invalid" : ""}`}
        disabled={disabled}
        placeholder={placeholder ?? ""}
      />
      {refused !== undefined && <div className="field-message">{refused.reason}</div>}
    </div>
  );
}
