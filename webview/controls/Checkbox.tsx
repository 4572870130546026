import { useRef } from "react";
import { type ToolkitProperties, useElementEvents, useLabel, useProperties } from "./useElement";

export interface CheckboxProps {
  readonly label: string;
  readonly checked: boolean;
  readonly disabled?: boolean | undefined;
  readonly onValue: (checked: boolean) => void;
  readonly children?: string;
}

export function Checkbox({ label, checked, disabled = false, onValue, children }: CheckboxProps) {
  const ref = useRef<HTMLElement>(null);
  useProperties(ref, { checked });
  useLabel(ref, label);
  useElementEvents(ref, {
    // Setting the property fires `change` too; only what differs from what is shown is a wish.
    change: () => {
      const wished = (ref.current as ToolkitProperties | null)?.checked ?? checked;
      if (wished !== checked) onValue(wished);
    },
  });
  return (
    <vscode-checkbox ref={ref} class="control" disabled={disabled}>
      {children}
    </vscode-checkbox>
  );
}
