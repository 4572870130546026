import { useState } from "react";
import type { Plan } from "../../extension/deploy/types";
import { Button } from "../controls/Button";
import { SearchField } from "../controls/SearchField";
import { useController } from "../state/hooks";
import { strings } from "../strings";

/** Deploy or discard. Where a protected environment can lose data, its name is typed first. */
export function PlanDecision({ plan }: { readonly plan: Plan }) {
  const controller = useController();
  const [typed, setTyped] = useState("");
  const mustType = plan.protected && plan.dataRisks.length > 0;
  return (
    <footer className="panel-footer">
      {mustType && (
        <div className="confirm-name">
          <SearchField label={strings.deployment.confirmName(plan.environment)} value={typed} onValue={setTyped} />
        </div>
      )}
      <Button
        appearance="primary"
        disabled={mustType && typed !== plan.environment}
        onPress={() => controller.send({ type: "confirmPlan" })}
      >
        {strings.deployment.deploy}
      </Button>
      <Button onPress={() => controller.send({ type: "discardPlan" })}>{strings.deployment.discard}</Button>
    </footer>
  );
}
