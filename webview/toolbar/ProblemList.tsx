import { useState } from "react";
import type { PictureProblem } from "../../extension/protocol/messages";
import { useController } from "../state/hooks";
import { strings } from "../strings";
import "../shell/lists.css";

interface ProblemListProps {
  readonly problems: readonly PictureProblem[];
  readonly onJump?: () => void;
  /** Shows so many until it is asked for all; all where this is not given. */
  readonly atMost?: number;
}

/** Problems in the order of the text. Each leads to its line. */
export function ProblemList({ problems, onJump, atMost = Number.POSITIVE_INFINITY }: ProblemListProps) {
  const controller = useController();
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? problems : problems.slice(0, atMost);
  return (
    <ul className="problem-list">
      {shown.map((problem) => (
        <li key={`${problem.offset} ${problem.code} ${problem.message}`}>
          <button
            type="button"
            aria-label={`${strings.severity[problem.severity]}. ${strings.toolbar.goToLine(problem.line, problem.message)}`}
            onClick={() => {
              controller.send({ type: "revealOffset", offset: problem.offset });
              onJump?.();
            }}
          >
            <SeverityIcon severity={problem.severity} />
            <span className="problem-message">{problem.message}</span>
            <span className="problem-line">{strings.toolbar.line(problem.line)}</span>
          </button>
        </li>
      ))}
      {shown.length < problems.length && (
        <li>
          <button type="button" onClick={() => setWhole(true)}>
            <span className="codicon codicon-ellipsis" aria-hidden="true" />
            <span className="problem-message">{strings.toolbar.allProblems(problems.length)}</span>
          </button>
        </li>
      )}
    </ul>
  );
}

export function SeverityIcon({ severity }: Pick<PictureProblem, "severity">) {
  const icon = severity === "error" || severity === "warning" ? severity : "info";
  return (
    <span
      className={`codicon codicon-${icon} severity-${icon}`}
      title={strings.severity[severity]}
      aria-hidden="true"
    />
  );
}
