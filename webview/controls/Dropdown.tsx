import { useRef } from "react";
import { useControlsReady } from "./loadControls";
import { type ToolkitProperties, useElementEvents, useLabel, useProperties } from "./useElement";

export interface DropdownOption {
  readonly value: string;
  readonly label: string;
}

export interface DropdownProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly DropdownOption[];
  readonly disabled?: boolean | undefined;
  readonly invalid?: boolean | undefined;
  readonly onValue: (value: string) => void;
}

/** One of a few. A value that is not among the options is shown as an option of its own. */
export function Dropdown(props: DropdownProps) {
  const { value, options } = props;
  const isReady = useControlsReady();
  const all = options.some((option) => option.value === value) ? options : [{ value, label: value }, ...options];
  // The toolkit reads its options once, when they are attached: another list needs another element.
  return <List key={`${isReady} ${JSON.stringify(all)}`} {...props} options={all} />;
}

function List({ label, value, options, disabled = false, invalid = false, onValue }: DropdownProps) {
  const ref = useRef<HTMLElement>(null);
  useProperties(ref, { value });
  useLabel(ref, label, invalid);
  useElementEvents(ref, {
    change: () => {
      const chosen = (ref.current as ToolkitProperties | null)?.value ?? value;
      if (chosen !== value) onValue(chosen);
    },
  });
  return (
    <div
      className="dropdown"
      role="presentation"
      onKeyDownCapture={(event) => {
        // The toolkit takes Ctrl+S for the first letter of an option. It gets no chord; VS Code does, from the window.
        if (!event.ctrlKey && !event.metaKey) return;
        event.stopPropagation();
        window.dispatchEvent(new KeyboardEvent(event.type, event.nativeEvent));
      }}
    >
      <vscode-dropdown ref={ref} class={`control${invalid ? " invalid" : ""}`} disabled={disabled}>
        {options.map((option) => (
          <vscode-option key={option.value} value={option.value}>
            {option.label}
          </vscode-option>
        ))}
      </vscode-dropdown>
    </div>
  );
}
