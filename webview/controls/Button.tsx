import { useRef } from "react";
import { useElementEvents, useLabel } from "./useElement";

export interface ButtonProps {
  /** The name of a codicon. */
  readonly icon?: string | undefined;
  readonly children?: string;
  /** For an icon alone, its name; otherwise what is said beyond the text. */
  readonly label?: string | undefined;
  readonly title?: string | undefined;
  readonly appearance?: "primary" | "secondary";
  readonly disabled?: boolean | undefined;
  readonly onPress: () => void;
}

/** With a text, a button in VS Code's form; with an icon alone, a flat one as in its toolbars. */
export function Button({
  icon,
  children,
  label,
  title,
  appearance = "secondary",
  disabled = false,
  onPress,
}: ButtonProps) {
  const ref = useRef<HTMLElement>(null);
  const name = label ?? children ?? title ?? "";
  useLabel(ref, name);
  useElementEvents(ref, {
    click: () => {
      if (!disabled) onPress();
    },
  });
  return (
    <vscode-button
      ref={ref}
      class="control"
      appearance={children === undefined ? "icon" : appearance}
      disabled={disabled}
      title={title ?? (children === undefined ? name : "")}
    >
      {icon !== undefined && <span className={`codicon codicon-${icon}`} aria-hidden="true" />}
      {children !== undefined && <span className="button-text">{children}</span>}
    </vscode-button>
  );
}
