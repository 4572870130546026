import * as vscode from "vscode";
import type { Cloud } from "../../deploy/cloud";
import type { PlanResult } from "../../deploy/plan";
import { openManifest } from "../../manifest/manifest";
import type { Deployment } from "./deployment";
import type { Engine } from "./engine";

/** Makes a plan for a deployment, and notes on it what would be deployed. */
export type PlanSource = (engine: Engine, cloud: Cloud, deployment: Deployment) => Promise<PlanResult>;

/** Of the manifest as it stands, with its images built. */
export const planManifest: PlanSource = async (engine, cloud, deployment) => {
  const { uri } = deployment.document;
  const folder = uri.scheme === "file" ? vscode.Uri.joinPath(uri, "..").fsPath : undefined;
  const app = await engine.readResources(deployment.app, folder);
  const prepared = await engine.prepareImages(cloud, app, folder, deployment);
  deployment.prepared = prepared;
  const synthesis = engine.synthesize(prepared.app);
  deployment.deploys = { manifest: openManifest(deployment.text), template: synthesis.text };
  return engine.plan(cloud, prepared.app, synthesis, deployment);
};
