import type { Failure } from "../../extension/deploy/types";
import { Button } from "../controls/Button";
import { useController } from "../state/hooks";
import { show } from "../state/select";
import { strings } from "../strings";
import { Findings } from "./PlanWarnings";
import "./failure.css";

/** Why it failed, what to do, the cloud's own words, and the line it comes from. */
export function FailureDetails({ failure }: { readonly failure: Failure }) {
  const controller = useController();
  const { message, fix, raw, path, component, task, log = [], findings = [] } = failure;
  return (
    <div className="failure">
      <p className="failure-message">{message}</p>
      {findings.length > 1 && <Findings findings={findings} />}
      <h3>{strings.deployment.fix}</h3>
      <p>{fix}</p>
      <div className="failure-actions">
        {path !== undefined && (
          <Button icon="go-to-file" onPress={() => controller.send({ type: "reveal", path })}>
            {strings.deployment.showText}
          </Button>
        )}
        {component !== undefined && (
          <button
            type="button"
            className="text-button"
            onClick={() => controller.store.update((state) => ({ ...show(state, component), rightTab: "deployment" }))}
          >
            {component}
          </button>
        )}
        <button type="button" className="text-button" onClick={() => controller.send({ type: "copyFailure" })}>
          {strings.plan.copyFailure}
        </button>
      </div>
      {task !== undefined && <p className="dim">{strings.plan.task(task.id, task.reason)}</p>}
      {log.length > 0 && (
        <details open>
          <summary>{strings.plan.lastLines}</summary>
          <pre>{log.join("\n")}</pre>
        </details>
      )}
      {raw !== undefined && (
        <details>
          <summary>{strings.deployment.raw}</summary>
          <pre>{raw}</pre>
        </details>
      )}
    </div>
  );
}
