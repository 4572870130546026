import { definitionOf, familyOf } from "../../containers/running";
import { isMap, type Json } from "../../state/json";
import { CloudError } from "../../wire/cloudError";
import type { JsonOperation, JsonOutput } from "../jsonOperation";

/** Maps whose keys are a person's own words. */
const FREE = new Set(["DockerLabels", "Options", "DriverOpts", "Labels"]);
const NUMBERS = new Set(["SoftLimit", "HardLimit", "ContainerPort", "HostPort", "StopTimeout", "Interval", "Retries"]);
const FLAGS = new Set(["Essential", "ReadOnly", "ReadonlyRootFilesystem", "Privileged"]);

export const describeTaskDefinition: JsonOperation = ({ input, service, region }) => {
  const definition = definitionOf(service, region, input.text("taskDefinition") ?? "");
  if (!definition) {
    throw new CloudError("ClientException", "Unable to describe task definition.");
  }
  const { physicalId, properties } = definition.resource;
  const shown = camel("", properties);
  return {
    taskDefinition: {
      ...(typeof shown === "object" && !Array.isArray(shown) ? shown : {}),
      taskDefinitionArn: physicalId,
      family: familyOf(physicalId),
      revision: Number(physicalId.split(":").at(-1)),
      status: "ACTIVE",
    },
    tags: [],
  };
};

/** A property of CloudFormation as ECS's own interface has it: the same names, begun with a small letter. */
function camel(name: string, value: Json): JsonOutput {
  if (Array.isArray(value)) {
    return (value as readonly Json[]).map((item) => camel(name, item));
  }
  if (isMap(value)) {
    const entries = Object.entries(value);
    const small = (key: string) => (FREE.has(name) ? key : `${key.charAt(0).toLowerCase()}${key.slice(1)}`);
    return Object.fromEntries(entries.map(([key, member]) => [small(key), camel(key, member)]));
  }
  if (NUMBERS.has(name)) return Number(value);
  if (FLAGS.has(name)) return String(value) === "true";
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : undefined;
}
