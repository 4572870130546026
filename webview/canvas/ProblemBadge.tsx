import type { PictureProblem } from "../../extension/protocol/messages";
import { strings } from "../strings";

/** How many problems a component has, the worst kind in front; the messages are its tooltip. */
export function ProblemBadge({ problems }: { readonly problems: readonly PictureProblem[] }) {
  const errors = problems.filter((problem) => problem.severity === "error").length;
  const warnings = problems.filter((problem) => problem.severity === "warning").length;
  const kind = errors > 0 ? "error" : warnings > 0 ? "warning" : "info";
  const messages = problems.map((problem) => `${strings.severity[problem.severity]}: ${problem.message}`).join("\n");
  return (
    <div
      className={`badge badge-${kind}`}
      title={messages}
      role="img"
      aria-label={strings.card.problems(errors, warnings)}
    >
      <span className={`codicon codicon-${kind}`} aria-hidden="true" />
      {problems.length > 1 && <span className="badge-count">{problems.length}</span>}
    </div>
  );
}
