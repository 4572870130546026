import type { Parameter, Resource, Template, Value } from "../../aws/template";
import { isObject } from "./source";

/** What of a template can be read. An override may have put anything in the place of anything. */
export interface Sound {
  readonly resources: Readonly<Record<string, Resource>>;
  readonly parameters: Readonly<Record<string, Parameter>>;
  readonly outputs: readonly (readonly [string, { readonly description: string; readonly value: Value }])[];
  /** Ids of what is no resource at all. */
  readonly broken: readonly string[];
}

export function soundPartOf(template: Template): Sound {
  const entries = Object.entries(isObject(template.Resources) ? template.Resources : {});
  const resources = entries.filter(([, each]) => isObject(each) && typeof each["Type"] === "string");
  const parameters = Object.entries(isObject(template.Parameters) ? template.Parameters : {});
  const outputs: readonly [string, unknown][] = Object.entries(isObject(template.Outputs) ? template.Outputs : {});
  return {
    resources: Object.fromEntries(resources),
    parameters: Object.fromEntries(parameters.filter(([, each]) => isObject(each))),
    outputs: outputs.flatMap(([id, each]) =>
      isObject(each) && each["Value"] !== undefined
        ? [[id, { description: String(each["Description"] ?? id), value: each["Value"] }] as const]
        : [],
    ),
    broken: entries.filter((entry) => !resources.includes(entry)).map(([id]) => id),
  };
}
