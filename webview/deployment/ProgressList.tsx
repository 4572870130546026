import type { ComponentPhase } from "../../extension/deploy/types";
import type { DeploymentView } from "../../extension/protocol/messages";
import { useController } from "../state/hooks";
import { show } from "../state/select";
import { componentStatus } from "./componentStatus";
import "../shell/lists.css";

const order: readonly ComponentPhase[] = ["failed", "working", "waiting", "done", "removed"];

/** How each component is doing, those that need attention first. */
export function ProgressList({ deployment }: { readonly deployment: DeploymentView }) {
  const { store } = useController();
  const rows = Object.entries(deployment.components).sort(
    ([, left], [, right]) => order.indexOf(left.phase) - order.indexOf(right.phase),
  );
  return (
    <ul className="progress-list">
      {rows.map(([name]) => {
        const status = componentStatus(deployment, name);
        return (
          <li key={name}>
            <button
              type="button"
              onClick={() => store.update((state) => ({ ...show(state, name), rightTab: "deployment" }))}
            >
              <span className={`tone-${status?.tone ?? "calm"}`}>
                <span className={`codicon codicon-${status?.icon ?? "dash"}`} aria-hidden="true" />
              </span>
              <span className="progress-name">{name}</span>
              <span className="progress-what" title={status?.text}>
                {status?.text}
              </span>
              {status?.count !== undefined && <span className="dim">{status.count}</span>}
            </button>
          </li>
        );
      })}
    </ul>
  );
}
