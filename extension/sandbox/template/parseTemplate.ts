import { isMap, type Json, type JsonMap } from "../state/json";
import type { Policy } from "../state/records";
import { notSupported, validationError } from "../wire/cloudError";
import { readText } from "./readText";
import type { Template, TemplateOutput, TemplateParameter, TemplateResource } from "./template";

const SECTIONS = new Set([
  "AWSTemplateFormatVersion",
  "Description",
  "Metadata",
  "Parameters",
  "Rules",
  "Mappings",
  "Conditions",
  "Transform",
  "Resources",
  "Outputs",
  "Hooks",
]);

const RESOURCE_KEYS = new Set([
  "Type",
  "Properties",
  "Metadata",
  "DependsOn",
  "Condition",
  "CreationPolicy",
  "DeletionPolicy",
  "UpdatePolicy",
  "UpdateReplacePolicy",
  "Version",
]);

const DELETION_POLICIES: readonly string[] = ["Delete", "Retain", "RetainExceptOnCreate", "Snapshot"];
const REPLACE_POLICIES: readonly string[] = ["Delete", "Retain", "Snapshot"];

function formatError(message: string): Error {
  return validationError(`Template format error: ${message}`);
}

function section(template: JsonMap, name: string): JsonMap {
  const value = template[name];
  if (value === undefined) {
    return {};
  }
  if (!isMap(value)) {
    throw formatError(`[/${name}] ${name} must be an object.`);
  }
  return value;
}

function limit(what: string, count: number, maximum: number): void {
  if (count > maximum) {
    throw formatError(`Number of ${what}, ${count}, is greater than maximum allowed, ${maximum}`);
  }
}

function textOf(value: Json | undefined): string | undefined {
  return value === undefined || value === null || typeof value === "object" ? undefined : String(value);
}

function numberOf(value: Json | undefined): number | undefined {
  const text = textOf(value);
  return text === undefined || Number.isNaN(Number(text)) ? undefined : Number(text);
}

function policy(
  value: Json | undefined,
  name: string,
  allowed: readonly string[],
  logicalId: string,
): Policy | undefined {
  if (value === undefined) {
    return undefined;
  }
  if (typeof value !== "string" || !allowed.includes(value)) {
    const shown = typeof value === "string" ? value : JSON.stringify(value);
    throw formatError(`Unrecognized ${name} ${shown} for resource ${logicalId}`);
  }
  return value as Policy;
}

function dependsOn(value: Json | undefined, logicalId: string): readonly string[] {
  const list = value === undefined ? [] : Array.isArray(value) ? value : [value];
  return list.map((item: Json) => {
    if (typeof item !== "string") {
      throw formatError(`[/Resources/${logicalId}/DependsOn] DependsOn must be a string or a list of strings.`);
    }
    return item;
  });
}

function readResource(logicalId: string, value: Json): TemplateResource {
  if (!/^[a-zA-Z0-9]{1,255}$/.test(logicalId)) {
    throw formatError(`Resource name ${logicalId} is non alphanumeric.`);
  }
  if (!isMap(value)) {
    throw formatError(`[/Resources/${logicalId}] Every Resources object must be an object.`);
  }
  const type = value["Type"];
  if (typeof type !== "string") {
    throw formatError(`[/Resources/${logicalId}] Every Resources object must contain a Type member.`);
  }
  for (const key of Object.keys(value)) {
    if (!RESOURCE_KEYS.has(key)) {
      throw validationError(`Invalid template resource property '${key}'`);
    }
  }
  const properties = value["Properties"] ?? {};
  if (!isMap(properties)) {
    throw formatError(`[/Resources/${logicalId}/Properties] 'null' values are not allowed in templates`);
  }
  const deletionPolicy = policy(value["DeletionPolicy"], "DeletionPolicy", DELETION_POLICIES, logicalId);
  return {
    logicalId,
    type,
    properties,
    metadata: value["Metadata"] ?? null,
    dependsOn: dependsOn(value["DependsOn"], logicalId),
    condition: textOf(value["Condition"]),
    // AWS takes a snapshot of clusters, and of instances outside a cluster, unless told otherwise.
    deletionPolicy: deletionPolicy ?? (snapshotByDefault(type, properties) ? "Snapshot" : "Delete"),
    saysDeletionPolicy: deletionPolicy !== undefined,
    updateReplacePolicy:
      policy(value["UpdateReplacePolicy"], "UpdateReplacePolicy", REPLACE_POLICIES, logicalId) ?? "Delete",
  };
}

function snapshotByDefault(type: string, properties: JsonMap): boolean {
  return (
    type === "AWS::RDS::DBCluster" ||
    (type === "AWS::RDS::DBInstance" && properties["DBClusterIdentifier"] === undefined)
  );
}

const PARAMETER_TYPE =
  /^(String|Number|CommaDelimitedList|(List<)?(Number|String|AWS::EC2::\w+(::\w+)*|AWS::Route53::\w+::Id)>?)$/;

function readParameter(key: string, value: Json): TemplateParameter {
  const type = isMap(value) ? value["Type"] : undefined;
  if (!isMap(value) || typeof type !== "string") {
    throw formatError(`[/Parameters/${key}] Every Parameters object must contain a Type member.`);
  }
  if (type.startsWith("AWS::SSM::")) {
    throw notSupported(`A parameter that is read from Systems Manager (${key} of type ${type})`);
  }
  if (!PARAMETER_TYPE.test(type)) {
    throw formatError(`Unrecognized parameter type: ${type}`);
  }
  const allowed = value["AllowedValues"];
  return {
    key,
    type,
    default: textOf(value["Default"]),
    noEcho: String(value["NoEcho"] ?? false).toLowerCase() === "true",
    description: textOf(value["Description"]),
    allowedValues: Array.isArray(allowed) ? allowed.map(String) : undefined,
    allowedPattern: textOf(value["AllowedPattern"]),
    constraintDescription: textOf(value["ConstraintDescription"]),
    minimumLength: numberOf(value["MinLength"]),
    maximumLength: numberOf(value["MaxLength"]),
    minimum: numberOf(value["MinValue"]),
    maximum: numberOf(value["MaxValue"]),
  };
}

function readOutput(key: string, value: Json): TemplateOutput {
  if (!isMap(value) || value["Value"] === undefined || value["Value"] === null) {
    throw formatError(`[/Outputs/${key}] Every Outputs member must contain a Value object`);
  }
  const exported = value["Export"];
  return {
    key,
    value: value["Value"],
    description: textOf(value["Description"]),
    exportName: isMap(exported) ? exported["Name"] : undefined,
    condition: textOf(value["Condition"]),
  };
}

function readAll<T>(map: JsonMap, read: (key: string, value: Json) => T): ReadonlyMap<string, T> {
  return new Map(Object.entries(map).map(([key, value]) => [key, read(key, value)]));
}

function checkSections(template: JsonMap): void {
  const unknown = Object.keys(template).filter((name) => !SECTIONS.has(name));
  if (unknown.length > 0) {
    throw validationError(`Invalid template property or properties [${unknown.join(", ")}]`);
  }
  for (const name of ["Transform", "Rules", "Hooks"]) {
    if (template[name] !== undefined) {
      throw notSupported(`The template section ${name}`);
    }
  }
}

/** Reads a template in JSON or YAML. Throws CloudFormation's own errors for what it does not accept. */
export function parseTemplate(text: string): Template {
  const root = readText(text);
  if (!isMap(root)) {
    throw formatError("unsupported structure.");
  }
  checkSections(root);
  const version = textOf(root["AWSTemplateFormatVersion"]);
  if (version !== undefined && version !== "2010-09-09") {
    throw formatError(`Template format version ${version} is not supported.`);
  }
  const resources = section(root, "Resources");
  const parameters = section(root, "Parameters");
  const outputs = section(root, "Outputs");
  if (Object.keys(resources).length === 0) {
    throw formatError("At least one Resources member must be defined.");
  }
  limit("resources", Object.keys(resources).length, 500);
  limit("parameters", Object.keys(parameters).length, 200);
  limit("outputs", Object.keys(outputs).length, 200);
  const description = textOf(root["Description"]);
  if (description !== undefined && Buffer.byteLength(description) > 1024) {
    throw formatError("Template description is longer than 1024 bytes.");
  }
  return {
    description,
    version,
    metadata: root["Metadata"],
    parameters: readAll(parameters, readParameter),
    mappings: section(root, "Mappings"),
    conditions: readAll(section(root, "Conditions"), (_key, value) => value),
    resources: readAll(resources, readResource),
    outputs: readAll(outputs, readOutput),
  };
}
