import type { Specification } from "../../targets/aws/specification/read";
import { notSupported, validationError } from "../wire/cloudError";
import { isCustom } from "./isCustom";
import { sortByDependencies } from "./order";
import { type Deployment, PSEUDO_PARAMETERS } from "./prepare";
import { type Reference, references } from "./references";
import type { Template } from "./template";

function checkTypes(template: Template, specification: Specification): void {
  const types = new Set([...template.resources.values()].map(({ type }) => type));
  if (types.has("AWS::CloudFormation::Stack")) {
    throw notSupported("A nested stack (AWS::CloudFormation::Stack)");
  }
  const unknown = [...types].filter((type) => !isCustom(type) && !specification.type(type));
  if (unknown.length > 0) {
    throw validationError(`Template format error: Unrecognized resource types: [${unknown.join(", ")}]`);
  }
}

function checkAttribute({ name, attribute }: Reference, template: Template, specification: Specification): void {
  const resource = template.resources.get(name);
  if (!resource) {
    throw validationError(`Template error: instance of Fn::GetAtt references undefined resource ${name}`);
  }
  const known = isCustom(resource.type) ? undefined : specification.type(resource.type)?.attributes;
  if (attribute !== undefined && known && !known.includes(attribute)) {
    throw validationError(
      `Template error: resource ${name} does not support attribute type ${attribute} in Fn::GetAtt`,
    );
  }
}

function checkReferences(
  found: readonly Reference[],
  block: string,
  template: Template,
  specification: Specification,
): void {
  const isKnown = (name: string) =>
    template.resources.has(name) || template.parameters.has(name) || PSEUDO_PARAMETERS.has(name);
  const unresolved = found.filter(({ kind, name }) => kind === "Ref" && !isKnown(name)).map(({ name }) => name);
  if (unresolved.length > 0) {
    throw validationError(
      `Template format error: Unresolved resource dependencies [${[...new Set(unresolved)].join(", ")}] in the ${block} block of the template`,
    );
  }
  for (const reference of found) {
    if (reference.kind === "GetAtt") {
      checkAttribute(reference, template, specification);
    }
  }
}

/** What holds for a template whatever its parameters are: types, names that are referred to, attributes. */
export function validateTemplate(template: Template, specification: Specification): void {
  checkTypes(template, specification);
  for (const resource of template.resources.values()) {
    const named = resource.dependsOn.map((name): Reference => ({ kind: "Ref", name }));
    const onlyResources = named.filter(({ name }) => !template.resources.has(name));
    if (onlyResources.length > 0) {
      throw validationError(
        `Template format error: Unresolved resource dependencies [${onlyResources.map(({ name }) => name).join(", ")}] in the Resources block of the template`,
      );
    }
    checkReferences(references(resource.properties), "Resources", template, specification);
  }
  for (const output of template.outputs.values()) {
    checkReferences(references(output.value), "Outputs", template, specification);
  }
}

/** What holds once conditions are decided: nothing depends on what a condition leaves out, and no circle. */
export function validateDeployment(deployment: Deployment): void {
  const left = (name: string) => deployment.template.resources.has(name) && !deployment.resources.has(name);
  const unresolved = [...deployment.resources.values()]
    .flatMap(({ properties }) => references(properties))
    .filter(({ name }) => left(name))
    .map(({ name }) => name);
  if (unresolved.length > 0) {
    throw validationError(
      `Template format error: Unresolved resource dependencies [${[...new Set(unresolved)].join(", ")}] in the Resources block of the template`,
    );
  }
  sortByDependencies(deployment.dependencies);
}
