import { useRef } from "react";
import { type ToolkitProperties, useElementEvents, useLabel, useProperties } from "./useElement";

export interface SearchFieldProps {
  readonly label: string;
  readonly value: string;
  /** With every character. */
  readonly onValue: (value: string) => void;
  readonly onEnter?: () => void;
  readonly onDown?: () => void;
}

/** Filters while it is typed into; Escape empties it. */
export function SearchField({ label, value, onValue, onEnter, onDown }: SearchFieldProps) {
  const ref = useRef<HTMLElement>(null);
  useProperties(ref, { value });
  useLabel(ref, label);
  useElementEvents(ref, {
    input: (event) => {
      const inner = event.composedPath()[0];
      onValue(
        inner instanceof HTMLInputElement ? inner.value : ((ref.current as ToolkitProperties | null)?.value ?? ""),
      );
    },
    keydown: (event) => {
      if (!(event instanceof KeyboardEvent)) return;
      if (event.key === "Enter") onEnter?.();
      else if (event.key === "ArrowDown") {
        event.preventDefault();
        onDown?.();
      } else if (event.key === "Escape" && value !== "") {
        event.stopPropagation();
        onValue("");
      } else if (value !== "" && (event.ctrlKey || event.metaKey) && /^[zy]$/i.test(event.key)) {
        // What was typed is undone first; VS Code would undo the document.
        event.stopPropagation();
      }
    },
  });
  return <vscode-text-field ref={ref} class="control" placeholder={label} />;
}
