import { useEffect, useRef, useState } from "react";
import type { PictureProblem } from "../../extension/protocol/messages";
import { strings } from "../strings";
import { ProblemList } from "./ProblemList";

/** How many errors and warnings there are; opens the list of them. */
export function ProblemsButton({ problems }: { readonly problems: readonly PictureProblem[] }) {
  const [isOpen, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const errors = problems.filter((problem) => problem.severity === "error").length;
  const warnings = problems.filter((problem) => problem.severity === "warning").length;
  const isShown = isOpen && problems.length > 0;

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
        title={strings.toolbar.problems(problems.length)}
        aria-label={strings.toolbar.problems(problems.length)}
        aria-expanded={isShown}
        disabled={problems.length === 0}
        onClick={() => setOpen(!isOpen)}
      >
        <span className={`codicon codicon-error${errors > 0 ? " severity-error" : ""}`} aria-hidden="true" />
        {errors}
        <span className={`codicon codicon-warning${warnings > 0 ? " severity-warning" : ""}`} aria-hidden="true" />
        {warnings}
      </button>
      {isShown && (
        <div className="popover" role="dialog" aria-label={strings.toolbar.problemsTitle}>
          <ProblemList problems={problems} onJump={() => setOpen(false)} />
        </div>
      )}
    </div>
  );
}
