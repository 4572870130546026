import { CloudError } from "../wire/cloudError";
import type { Template } from "./template";

const NAME_PROPERTIES: Readonly<Record<string, string | undefined>> = {
  "AWS::IAM::AccessKey": undefined,
  "AWS::IAM::Group": "GroupName",
  "AWS::IAM::InstanceProfile": "InstanceProfileName",
  "AWS::IAM::ManagedPolicy": "ManagedPolicyName",
  "AWS::IAM::Policy": undefined,
  "AWS::IAM::Role": "RoleName",
  "AWS::IAM::User": "UserName",
  "AWS::IAM::UserToGroupAddition": undefined,
};

export interface RequiredCapability {
  readonly capability: "CAPABILITY_IAM" | "CAPABILITY_NAMED_IAM";
  readonly reason: string;
}

/** What a caller must acknowledge before the template may be deployed. */
export function requiredCapability(template: Template): RequiredCapability | undefined {
  const resources = [...template.resources.values()].filter(({ type }) => Object.hasOwn(NAME_PROPERTIES, type));
  if (resources.length === 0) {
    return undefined;
  }
  const isNamed = resources.some(({ type, properties }) => Object.hasOwn(properties, NAME_PROPERTIES[type] ?? ""));
  const types = [...new Set(resources.map(({ type }) => type))];
  return {
    capability: isNamed ? "CAPABILITY_NAMED_IAM" : "CAPABILITY_IAM",
    reason: `The following resource(s) require capabilities: [${types.join(", ")}]`,
  };
}

export function checkCapabilities(template: Template, given: readonly string[]): void {
  const required = requiredCapability(template);
  if (required && !given.includes(required.capability) && !given.includes("CAPABILITY_NAMED_IAM")) {
    throw new CloudError("InsufficientCapabilitiesException", `Requires capabilities : [${required.capability}]`);
  }
}
