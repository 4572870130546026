import { type ReactNode, useEffect, useRef, useState } from "react";

interface PopoverButtonProps {
  readonly label: string;
  /** What the list that it opens is called. */
  readonly title: string;
  readonly disabled?: boolean;
  /** What is on the button. */
  readonly face: ReactNode;
  /** What it opens. */
  readonly children: (close: () => void) => ReactNode;
}

/** A button of the toolbar that opens a small list below it; Escape and a click elsewhere close it. */
export function PopoverButton({ label, title, disabled = false, face, children }: PopoverButtonProps) {
  const [isOpen, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const isShown = isOpen && !disabled;

  useEffect(() => {
    if (!isShown) return;
    const close = (event: PointerEvent) => {
      if (event.target instanceof Node && root.current?.contains(event.target) !== true) setOpen(false);
    };
    window.addEventListener("pointerdown", close, { capture: true });
    return () => window.removeEventListener("pointerdown", close, { capture: true });
  }, [isShown]);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only hears of Escape from the button and the list inside.
    <div
      className="problems"
      role="presentation"
      ref={root}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || !isShown) return;
        event.stopPropagation();
        setOpen(false);
        button.current?.focus();
      }}
    >
      <button
        ref={button}
        type="button"
        className="toolbar-button"
        title={label}
        aria-label={label}
        aria-expanded={isShown}
        disabled={disabled}
        onClick={() => setOpen(!isOpen)}
      >
        {face}
      </button>
      {isShown && (
        <div className="popover" role="dialog" aria-label={title}>
          {children(() => setOpen(false))}
        </div>
      )}
    </div>
  );
}
