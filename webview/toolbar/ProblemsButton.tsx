import type { PictureProblem } from "../../extension/protocol/messages";
import { strings } from "../strings";
import { PopoverButton } from "./PopoverButton";
import { ProblemList } from "./ProblemList";

/** How many errors and warnings there are; opens the list of them. */
export function ProblemsButton({ problems }: { readonly problems: readonly PictureProblem[] }) {
  const errors = problems.filter((problem) => problem.severity === "error").length;
  const warnings = problems.filter((problem) => problem.severity === "warning").length;
  return (
    <PopoverButton
      label={strings.toolbar.problems(problems.length)}
      title={strings.toolbar.problemsTitle}
      disabled={problems.length === 0}
      face={
        <>
          <span className={`codicon codicon-error${errors > 0 ? " severity-error" : ""}`} aria-hidden="true" />
          {errors}
          <span className={`codicon codicon-warning${warnings > 0 ? " severity-warning" : ""}`} aria-hidden="true" />
          {warnings}
        </>
      }
    >
      {(close) => <ProblemList problems={problems} onJump={close} />}
    </PopoverButton>
  );
}
