import type { Deployment } from "./deployment";
import type { Remembered } from "./remembered";

/** Keeps what a deployment that ended left in the cloud. One that failed left what was there before it. */
export async function remember(remembered: Remembered, deployment: Deployment): Promise<void> {
  const { document, environment, view, cloud } = deployment;
  const text = deployment.source ? deployment.deploys?.manifest.text : deployment.text;
  if (view.phase === "destroyed") return remembered.forget(document.uri, environment);
  if (!cloud || text === undefined || (view.phase !== "succeeded" && view.phase !== "unchanged")) return;
  const stackId = view.plan?.stackId;
  await remembered.keep(document.uri, {
    environment,
    at: new Date().toISOString(),
    stackName: view.stackName,
    ...(stackId !== undefined && { stackId }),
    identity: cloud.identity,
    text,
    outputs: view.outputs ?? [],
  });
}
