import type { PictureProblem } from "../../extension/protocol/messages";
import { useController } from "../state/hooks";
import { strings } from "../strings";
import "../shell/lists.css";

interface ProblemListProps {
  readonly problems: readonly PictureProblem[];
  readonly onJump?: () => void;
}

/** Problems in the order of the text. Each leads to its line. */
export function ProblemList({ problems, onJump }: ProblemListProps) {
  const controller = useController();
  return (
    <ul className="problem-list">
      {problems.map((problem) => (
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
