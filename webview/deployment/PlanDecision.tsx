import type { Plan } from "../../extension/deploy/types";
import type { DeploymentView } from "../../extension/protocol/messages";
import { Button } from "../controls/Button";
import { useController } from "../state/hooks";
import { strings } from "../strings";

interface PlanDecisionProps {
  readonly plan: Plan;
  readonly stale: DeploymentView["stale"];
}

/**
 * Deploy, discard, or take the plan elsewhere to be reviewed. Where the environment is protected or can lose data, the
 * host then asks for its name: what is asked there cannot be answered by a page.
 */
export function PlanDecision({ plan, stale }: PlanDecisionProps) {
  const controller = useController();
  const asks = plan.protected || plan.dataRisks.length > 0;
  return (
    <footer className="panel-footer">
      <Button
        appearance="primary"
        disabled={stale === "stack"}
        onPress={() => controller.send({ type: "confirmPlan" })}
      >
        {asks ? strings.deployment.deployAsking : strings.deployment.deploy}
      </Button>
      <Button onPress={() => controller.send({ type: "discardPlan" })}>{strings.deployment.discard}</Button>
      <span className="plan-export">
        <span className="dim">{strings.plan.export}</span>
        {(["markdown", "json"] as const).map((format) => (
          <button
            type="button"
            className="text-button"
            key={format}
            onClick={() => controller.send({ type: "exportPlan", format })}
          >
            {strings.plan[format]}
          </button>
        ))}
      </span>
    </footer>
  );
}
