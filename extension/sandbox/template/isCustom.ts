/** A resource whose properties and attributes are between the template and a function of its own. */
export function isCustom(type: string): boolean {
  return type.startsWith("Custom::") || type === "AWS::CloudFormation::CustomResource";
}
