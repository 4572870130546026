import type { DeploymentView } from "../../extension/protocol/messages";
import { strings } from "../strings";
import { share } from "./share";
import type { Notice, State } from "./state";

/** Takes over where the deployment stands. What has to be read comes to the front by itself, and is announced. */
export function receiveDeployment(state: State, received: DeploymentView | null): State {
  const deployment = share(state.deployment, received);
  const next: State = { ...state, deployment, outputs: outputsAfter(state, deployment) };
  if (deployment === null) return { ...next, rightTab: "properties" };
  if (deployment.phase === state.deployment?.phase) return next;
  const announcement: Notice = {
    id: (state.announcement?.id ?? 0) + 1,
    text: strings.deployment.announce(deployment),
    tone: "information",
  };
  const mustBeRead =
    deployment.phase !== "planning" && deployment.phase !== "deploying" && deployment.phase !== "destroying";
  return {
    ...next,
    announcement,
    rightTab: mustBeRead ? "deployment" : next.rightTab,
    view: mustBeRead && !state.view.inspector ? { ...state.view, inspector: true } : state.view,
  };
}

/** The last outputs stay to be copied, until there is nothing any more that they lead to. */
function outputsAfter(state: State, deployment: DeploymentView | null): State["outputs"] {
  if (deployment?.phase === "destroyed") return [];
  return deployment?.outputs ?? state.outputs;
}
