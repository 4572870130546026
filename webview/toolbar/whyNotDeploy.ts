import type { DeploymentView, Picture } from "../../extension/protocol/messages";
import { strings } from "../strings";

const running = new Set<DeploymentView["phase"]>(["planning", "deploying", "destroying"]);

/** Why Plan & Deploy cannot be pressed now, in words; undefined when it can. */
export function whyNotDeploy(picture: Picture, deployment: DeploymentView | null): string | undefined {
  if (!picture.deploy.possible) return picture.deploy.reason;
  if (deployment !== null && running.has(deployment.phase)) return strings.toolbar.deployRunning;
  if (deployment?.phase === "planned") return strings.toolbar.deployPlanned;
  const errors = picture.problems.filter((problem) => problem.severity === "error").length;
  if (errors > 0) return strings.toolbar.deployErrors(errors);
  return picture.components.length === 0 ? strings.toolbar.deployEmpty : undefined;
}
