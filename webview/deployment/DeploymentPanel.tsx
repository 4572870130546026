import { Button } from "../controls/Button";
import { useCanvas, useController } from "../state/hooks";
import { strings } from "../strings";
import { FailureDetails } from "./FailureDetails";
import { Outputs } from "./Outputs";
import { PlanDecision } from "./PlanDecision";
import { PlanDetails } from "./PlanDetails";
import { ProgressList } from "./ProgressList";
import { StaleNote } from "./StaleNote";

const icons = {
  planning: "loading codicon-modifier-spin",
  planned: "checklist",
  deploying: "loading codicon-modifier-spin",
  destroying: "loading codicon-modifier-spin",
  succeeded: "pass-filled",
  unchanged: "pass",
  failed: "error",
  destroyed: "trash",
} as const;

/** A deployment from the plan to its end. */
export function DeploymentPanel() {
  const controller = useController();
  const deployment = useCanvas((state) => state.deployment);
  if (deployment === null) return null;
  const { phase, text, plan, stale, outputs, failure, environment, stackName, target } = deployment;
  const isOver = phase === "succeeded" || phase === "unchanged" || phase === "failed" || phase === "destroyed";
  const mayPlanAgain = failure?.code === "stale-plan";
  const canDestroy = phase === "succeeded" || phase === "unchanged" || phase === "failed";
  return (
    <>
      <div className="side-body">
        <div className={`deployment-title phase-${phase}`}>
          <span className={`codicon codicon-${icons[phase]}`} aria-hidden="true" />
          <h2>{strings.deployment.title[phase]}</h2>
          <span className="dim">{environment}</span>
          {target === "sandbox" && <span className="tag">{strings.deployment.sandbox}</span>}
        </div>
        {text !== "" && failure === undefined && <p className="deployment-text">{text}</p>}
        {failure !== undefined && <FailureDetails failure={failure} />}
        {phase === "planned" && stale !== undefined && <StaleNote stale={stale} />}
        {phase === "planned" && plan !== undefined && <PlanDetails plan={plan} />}
        {(phase === "deploying" || phase === "destroying" || phase === "failed") && (
          <ProgressList deployment={deployment} />
        )}
        {phase === "planning" && <p className="dim">{stackName}</p>}
        {outputs !== undefined && outputs.length > 0 && isOver && (
          <>
            <h3>{strings.deployment.outputs}</h3>
            <Outputs outputs={outputs} />
          </>
        )}
        {phase === "succeeded" && (outputs === undefined || outputs.length === 0) && (
          <p className="dim">{strings.deployment.noOutputs}</p>
        )}
      </div>
      {phase === "planned" && plan !== undefined && <PlanDecision plan={plan} stale={stale} />}
      {isOver && (
        <footer className="panel-footer">
          {mayPlanAgain && (
            <Button appearance="primary" icon="refresh" onPress={() => controller.send({ type: "deploy" })}>
              {strings.plan.again}
            </Button>
          )}
          <Button
            appearance={mayPlanAgain ? "secondary" : "primary"}
            onPress={() => controller.send({ type: "closeDeployment" })}
          >
            {strings.deployment.close}
          </Button>
          {phase === "failed" && !mayPlanAgain && (
            <Button onPress={() => controller.send({ type: "recover" })}>{strings.deployment.recover}</Button>
          )}
          <Button onPress={() => controller.send({ type: "showLog" })}>{strings.deployment.log}</Button>
          {canDestroy && (
            <Button onPress={() => controller.send({ type: "destroy" })}>{strings.deployment.destroy}</Button>
          )}
        </footer>
      )}
    </>
  );
}
