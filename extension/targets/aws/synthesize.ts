import type { App } from "../../manifest/app";
import { discoverable, sortedComponents } from "../edges";
import { addCluster } from "./cluster";
import { addComponents } from "./components";
import type { Context } from "./context";
import { addNamespace } from "./discovery";
import { Draft } from "./draft";
import { addExtra } from "./extra/addExtra";
import { addLogBucket } from "./logBucket";
import { existingNetwork } from "./network/existing";
import { ownNetwork } from "./network/own";
import { outputsOf } from "./outputs";
import { applyOverrides } from "./overrides/overrides";
import { addTaskRunner } from "./runTask";
import { stackName } from "./stackName";
import type { Synthesis } from "./synthesis";
import { stackTags } from "./tags";
import type { Template } from "./template";

export type { Synthesis, SynthesisOutput } from "./synthesis";
export { SynthesisError } from "./synthesisError";

/**
 * Turns an application into one CloudFormation stack. The same application gives the same bytes, whatever the order of
 * its components. Throws a `SynthesisError` when an override does not apply or a schedule cannot be read.
 * @param extra what is in the file of `aws.resources`, for who has read it; without it, those resources are left out
 */
export function synthesize(app: App, extra?: unknown): Synthesis {
  const draft = new Draft(app);
  const context: Context = {
    app,
    draft,
    network: app.network.vpc ? existingNetwork(app.network.vpc) : ownNetwork(draft),
    discoverable: discoverable(app),
    runs: [],
  };
  addLogBucket(draft);
  addCluster(context);
  addNamespace(context);
  addComponents(context, sortedComponents(app));
  addTaskRunner(context);

  const outputs = outputsOf(draft);
  const generated: Template = {
    AWSTemplateFormatVersion: "2010-09-09",
    Description: `${app.name} in ${app.environment}. Made by Stackwright from stackwright.yaml; change that, not this stack.`,
    ...(Object.keys(draft.parameters).length > 0 && { Parameters: draft.parameters }),
    Resources: draft.resources,
    Outputs: outputs.section,
  };
  const made = { template: generated, origins: draft.origins };
  const whole = extra === undefined ? made : addExtra(app, made, extra);
  const { template, origins } = applyOverrides(app, whole.template, whole.origins);
  return {
    stackName: stackName(app),
    template,
    text: JSON.stringify(template),
    origins,
    outputs: outputs.list.filter((output) => Object.hasOwn(template.Outputs ?? {}, output.key)),
    capabilities: ["CAPABILITY_IAM"],
    tags: stackTags(app),
    terminationProtection: app.protected,
  };
}
