import { placeOf } from "../engine/context";
import { MAXIMUM_TEMPLATE } from "../s3/uploads";
import type { Service } from "../service";
import type { Goal, StackRecord, TagRecord } from "../state/records";
import { checkCapabilities } from "../template/capabilities";
import { type GivenParameter, resolveParameters } from "../template/parameters";
import { parseTemplate } from "../template/parseTemplate";
import { type Deployment, prepare } from "../template/prepare";
import type { Template } from "../template/template";
import { validateDeployment, validateTemplate } from "../template/validate";
import { constraint, validationError } from "../wire/cloudError";
import type { Call } from "./operation";

const MAXIMUM_BYTES = 51_200;

/** The template a request gives, as text. `previous` is what `UsePreviousTemplate` stands for. */
export function readTemplateText({ input, service }: Call, previous?: string): string {
  const body = input.text("TemplateBody");
  if (input.has("TemplateURL")) {
    return readUploaded(service, input.text("TemplateURL") ?? "", body);
  }
  if (input.flag("UsePreviousTemplate") && !body && previous) {
    return previous;
  }
  if (!body) {
    throw validationError("Either Template URL or Template Body must be specified.");
  }
  if (Buffer.byteLength(body) > MAXIMUM_BYTES) {
    const start = body.slice(0, 64);
    throw constraint(`${start}...`, "templateBody", `Member must have length less than or equal to ${MAXIMUM_BYTES}`);
  }
  return body;
}

function readUploaded({ uploads }: Service, address: string, body: string | undefined): string {
  if (body) {
    throw validationError("Only one of Template URL or Template Body may be specified.");
  }
  const text = uploads.at(address);
  if (text === undefined) {
    throw validationError("S3 error: The specified key does not exist.");
  }
  if (Buffer.byteLength(text) > MAXIMUM_TEMPLATE) {
    throw validationError(`Template may not exceed ${MAXIMUM_TEMPLATE} bytes in size.`);
  }
  return text;
}

function readParameters({ input }: Call): readonly GivenParameter[] {
  return (input.list("Parameters") ?? []).map((parameter) => ({
    key: parameter.text("ParameterKey") ?? "",
    value: parameter.text("ParameterValue"),
    usePrevious: parameter.flag("UsePreviousValue") ?? false,
  }));
}

function readTags({ input }: Call, previous: readonly TagRecord[]): readonly TagRecord[] {
  const tags = input.list("Tags")?.map((tag) => ({ Key: tag.text("Key") ?? "", Value: tag.text("Value") ?? "" }));
  if (tags && tags.length > 50) {
    throw constraint(String(tags.length), "tags", "Member must have length less than or equal to 50");
  }
  if (tags?.some(({ Key }) => Key.toLowerCase().startsWith("aws:"))) {
    throw validationError("aws: prefixed tag key names are not allowed for external use.");
  }
  return tags ?? previous;
}

export interface CheckedGoal {
  readonly goal: Goal;
  readonly deployment: Deployment;
}

function checkTypes(stack: StackRecord, template: Template): void {
  const changed = stack.resources.filter(({ logicalId, type, physicalId }) => {
    const next = template.resources.get(logicalId)?.type;
    return physicalId !== "" && next !== undefined && next !== type;
  });
  if (changed.length > 0) {
    throw validationError(
      `Update of resource type is not permitted. The new template modifies resource type of the following resources: [${changed.map(({ logicalId }) => logicalId).join(", ")}]`,
    );
  }
}

/** What a request wants the stack to become, checked as far as it can be before anything happens. */
export function readGoal(call: Call, stack: StackRecord): CheckedGoal {
  const { input, service } = call;
  const text = readTemplateText(call, stack.goal.template);
  const template = parseTemplate(text);
  validateTemplate(template, service.specification);
  checkTypes(stack, template);
  const capabilities = input.texts("Capabilities") ?? [];
  checkCapabilities(template, capabilities);
  const goal: Goal = {
    template: text,
    parameters: resolveParameters(template, readParameters(call), stack.goal.parameters),
    tags: readTags(call, stack.goal.tags),
    capabilities,
  };
  const deployment = prepare(goal, placeOf(stack, service));
  validateDeployment(deployment);
  return { goal, deployment };
}
