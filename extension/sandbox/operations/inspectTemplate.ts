import { requiredCapability } from "../template/capabilities";
import { parseTemplate } from "../template/parseTemplate";
import type { Template, TemplateParameter } from "../template/template";
import { validateTemplate as checkTemplate } from "../template/validate";
import { validationError } from "../wire/cloudError";
import type { Output } from "../wire/encodeXml";
import { findChangeSet, findStack } from "./find";
import type { Call, Operation } from "./operation";
import { readTemplateText } from "./readGoal";

function capabilities(template: Template): { readonly [name: string]: Output } {
  const required = requiredCapability(template);
  return { Capabilities: required && [required.capability], CapabilitiesReason: required?.reason };
}

/** Read and checked; the sandbox refuses here what it would refuse to deploy. */
function readChecked(call: Call, text: string): Template {
  const template = parseTemplate(text);
  checkTemplate(template, call.service.specification);
  return template;
}

function shownDefault(parameter: TemplateParameter): string | undefined {
  return parameter.noEcho && parameter.default !== undefined ? "****" : parameter.default;
}

export const validateTemplate: Operation = (call) => {
  const template = readChecked(call, readTemplateText(call));
  return {
    Parameters: [...template.parameters.values()].map((parameter) => ({
      ParameterKey: parameter.key,
      DefaultValue: shownDefault(parameter),
      NoEcho: parameter.noEcho,
      Description: parameter.description,
    })),
    Description: template.description,
    ...capabilities(template),
  };
};

/** The template of a stack, which for one in review is that of its newest change set. */
function deployedText(call: Call): string {
  const stack = findStack(call);
  const text = stack.goal.template || stack.changeSets.at(-1)?.goal.template;
  if (!text) {
    throw validationError(`Template for stack ${stack.name} does not exist`);
  }
  return text;
}

export const getTemplate: Operation = (call) => {
  if (call.input.text("ChangeSetName")) {
    const { changeSet } = findChangeSet(call);
    return { TemplateBody: changeSet.goal.template, StagesAvailable: ["Original", "Processed"] };
  }
  const stack = findStack(call);
  // A shell in review has an empty one; the CDK CLI asks for it between a change set and its execution.
  return { TemplateBody: stack.goal.template, StagesAvailable: ["Original", "Processed"] };
};

export const getTemplateSummary: Operation = (call) => {
  const isGiven = call.input.has("TemplateBody") || call.input.has("TemplateURL");
  const template = readChecked(call, isGiven ? readTemplateText(call) : deployedText(call));
  return {
    Parameters: [...template.parameters.values()].map((parameter) => ({
      ParameterKey: parameter.key,
      DefaultValue: shownDefault(parameter),
      ParameterType: parameter.type,
      NoEcho: parameter.noEcho,
      Description: parameter.description,
      ParameterConstraints: { AllowedValues: parameter.allowedValues },
    })),
    Description: template.description,
    ...capabilities(template),
    ResourceTypes: [...new Set([...template.resources.values()].map(({ type }) => type))],
    Version: template.version,
    Metadata: template.metadata === undefined ? undefined : JSON.stringify(template.metadata),
    DeclaredTransforms: [],
  };
};
