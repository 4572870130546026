import type { DeploymentView } from "../../extension/protocol/messages";
import { Button } from "../controls/Button";
import { useController } from "../state/hooks";
import { strings } from "../strings";
import "./planNotes.css";

/** The plan no longer says what would happen: why, and a click to make it again. */
export function StaleNote({ stale }: { readonly stale: NonNullable<DeploymentView["stale"]> }) {
  const controller = useController();
  return (
    <div className="stale" role="status">
      <p>
        <span className="codicon codicon-history" aria-hidden="true" /> {strings.plan.stale[stale]}
      </p>
      <Button icon="refresh" onPress={() => controller.send({ type: "deploy" })}>
        {strings.plan.again}
      </Button>
    </div>
  );
}
