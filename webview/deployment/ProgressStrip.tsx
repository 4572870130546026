import { Button } from "../controls/Button";
import { useCanvas, useController } from "../state/hooks";
import { strings } from "../strings";
import "./deployment.css";
import "./progress.css";

/** While something is under way: what, how far, and the way to the log. */
export function ProgressStrip() {
  const controller = useController();
  const deployment = useCanvas((state) => state.deployment);
  if (deployment === null) return null;
  const { phase, text, done, total, target, environment } = deployment;
  if (phase !== "planning" && phase !== "deploying" && phase !== "destroying") return null;
  const isKnown = phase !== "planning" && total > 0;
  return (
    <div className="progress-strip nokey">
      <span className="codicon codicon-loading codicon-modifier-spin" aria-hidden="true" />
      <span className="progress-text">
        <strong>{strings.deployment.title[phase]}</strong> {environment}
        {target === "sandbox" && <span className="tag">{strings.deployment.sandbox}</span>}
        <span className="dim">{text}</span>
      </span>
      {isKnown && <span className="dim">{strings.deployment.progress(done, total)}</span>}
      <Button icon="output" label={strings.deployment.log} onPress={() => controller.send({ type: "showLog" })} />
      <div
        className={`progress-bar${isKnown ? "" : " endless"}`}
        role="progressbar"
        aria-label={strings.deployment.title[phase]}
        aria-valuemin={0}
        aria-valuemax={Math.max(1, total)}
        {...(isKnown ? { "aria-valuenow": done } : {})}
      >
        <div style={{ transform: `scaleX(${isKnown ? done / total : 0.3})` }} />
      </div>
    </div>
  );
}
