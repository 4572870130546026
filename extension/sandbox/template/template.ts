import type { Json, JsonMap } from "../state/json";
import type { Policy } from "../state/records";

export interface TemplateResource {
  readonly logicalId: string;
  readonly type: string;
  readonly properties: JsonMap;
  readonly metadata: Json;
  readonly dependsOn: readonly string[];
  readonly condition: string | undefined;
  readonly deletionPolicy: Policy;
  /** Whether the template says it, rather than leaves it to what is usual. */
  readonly saysDeletionPolicy: boolean;
  readonly updateReplacePolicy: Policy;
}

export interface TemplateParameter {
  readonly key: string;
  readonly type: string;
  readonly default: string | undefined;
  readonly noEcho: boolean;
  readonly description: string | undefined;
  readonly allowedValues: readonly string[] | undefined;
  readonly allowedPattern: string | undefined;
  readonly constraintDescription: string | undefined;
  readonly minimumLength: number | undefined;
  readonly maximumLength: number | undefined;
  readonly minimum: number | undefined;
  readonly maximum: number | undefined;
}

export interface TemplateOutput {
  readonly key: string;
  readonly value: Json;
  readonly description: string | undefined;
  readonly exportName: Json | undefined;
  readonly condition: string | undefined;
}

export interface Template {
  readonly description: string | undefined;
  readonly version: string | undefined;
  readonly metadata: Json | undefined;
  readonly parameters: ReadonlyMap<string, TemplateParameter>;
  readonly mappings: JsonMap;
  readonly conditions: ReadonlyMap<string, Json>;
  readonly resources: ReadonlyMap<string, TemplateResource>;
  readonly outputs: ReadonlyMap<string, TemplateOutput>;
}
