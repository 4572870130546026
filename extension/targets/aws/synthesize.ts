import type { App } from "../../manifest/app";
import { stackName } from "./stackName";
import type { Synthesis } from "./synthesis";

export type { Synthesis, SynthesisOutput } from "./synthesis";

/** Turns an application into one CloudFormation stack. */
export function synthesize(app: App): Synthesis {
  const template = {
    AWSTemplateFormatVersion: "2010-09-09",
    Description: app.name,
    Resources: {},
    Outputs: {},
  } as const;
  return {
    stackName: stackName(app),
    template,
    text: JSON.stringify(template),
    origins: new Map(),
    outputs: [],
    capabilities: [],
    tags: {},
    terminationProtection: app.protected,
  };
}
