import type { ComponentPhase } from "../../extension/deploy/types";
import type { DeploymentView } from "../../extension/protocol/messages";
import { phaseIcons } from "../canvas/CardStatus";
import { useController } from "../state/hooks";
import { show } from "../state/select";
import { strings } from "../strings";

const order: readonly ComponentPhase[] = ["failed", "working", "waiting", "done", "removed"];

/** How each component is doing, those that need attention first. */
export function ProgressList({ components }: Pick<DeploymentView, "components">) {
  const { store } = useController();
  const rows = Object.entries(components).sort(
    ([, left], [, right]) => order.indexOf(left.phase) - order.indexOf(right.phase),
  );
  return (
    <ul className="progress-list">
      {rows.map(([name, { phase, text, done, total }]) => (
        <li key={name}>
          <button
            type="button"
            onClick={() => store.update((state) => ({ ...show(state, name), rightTab: "deployment" }))}
          >
            <span className={`status-${phase}`}>
              <span className={`codicon codicon-${phaseIcons[phase]}`} aria-hidden="true" />
            </span>
            <span className="progress-name">{name}</span>
            <span className="progress-what" title={text}>
              {text || strings.phase[phase]}
            </span>
            {total > 0 && <span className="dim">{strings.deployment.progress(done, total)}</span>}
          </button>
        </li>
      ))}
    </ul>
  );
}
