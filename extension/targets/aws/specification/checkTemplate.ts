import { checkProperties } from "./check";
import type { Specification } from "./read";

/** Something in a template that AWS would refuse. */
export interface TemplateViolation {
  readonly logicalId: string;
  /** JSON Pointer into the template. */
  readonly pointer: string;
  /** The end of a sentence. */
  readonly message: string;
}

interface Written {
  readonly Type?: unknown;
  readonly Properties?: unknown;
}

/** Checks every resource of a template against what AWS publishes of its type. Custom resources are their own affair. */
export function checkTemplate(
  template: { readonly Resources: Readonly<Record<string, unknown>> },
  specification: Specification,
): readonly TemplateViolation[] {
  return Object.entries(template.Resources).flatMap(([logicalId, resource]): TemplateViolation[] => {
    const { Type, Properties } = (resource ?? {}) as Written;
    const type = String(Type);
    const at = `/Resources/${logicalId}`;
    if (/^(Custom::|AWS::CloudFormation::CustomResource$)/.test(type)) return [];
    const known = specification.type(type);
    if (known === undefined) {
      return [{ logicalId, pointer: `${at}/Type`, message: `AWS publishes no resource type ${type}` }];
    }
    return checkProperties(specification, known, Properties ?? {}, isIntrinsic).map(({ pointer, message }) => ({
      logicalId,
      pointer: `${at}/Properties${pointer.slice(1)}`,
      message,
    }));
  });
}

/** A function's value is known only when CloudFormation has worked it out. */
function isIntrinsic(value: unknown): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const [key, ...rest] = Object.keys(value);
  return rest.length === 0 && key !== undefined && (key === "Ref" || key.startsWith("Fn::"));
}
