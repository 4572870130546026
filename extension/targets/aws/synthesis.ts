import type { Origin } from "../target";
import type { Template } from "./template";

/** What the AWS target makes of an application: one CloudFormation stack and what is known about it. */
export interface Synthesis {
  readonly stackName: string;
  readonly template: Template;
  /** The template as it is sent: JSON without white space, the same bytes for the same application. */
  readonly text: string;
  /** Where each resource comes from, by logical id. */
  readonly origins: ReadonlyMap<string, Origin>;
  /** In the order in which a person wants to read them. */
  readonly outputs: readonly SynthesisOutput[];
  readonly capabilities: readonly string[];
  /** Tags of the stack; CloudFormation passes them on to every resource that can be tagged. */
  readonly tags: Readonly<Record<string, string>>;
  readonly terminationProtection: boolean;
}

export interface SynthesisOutput {
  readonly key: string;
  readonly label: string;
  readonly component?: string;
}
