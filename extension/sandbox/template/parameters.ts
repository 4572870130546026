import type { ParameterRecord } from "../state/records";
import { validationError } from "../wire/cloudError";
import type { Template, TemplateParameter } from "./template";
import type { Value } from "./value";

/** A parameter as a request gives it. */
export interface GivenParameter {
  readonly key: string;
  readonly value: string | undefined;
  readonly usePrevious: boolean;
}

function fits(pattern: string, value: string): boolean {
  try {
    return new RegExp(`^(?:${pattern})$`).test(value);
  } catch {
    throw validationError(`Template format error: AllowedPattern ${pattern} is not a regular expression.`);
  }
}

function violation({ key, ...rules }: TemplateParameter, value: string): string | undefined {
  const number = Number(value);
  if (rules.type === "Number" && (value.trim() === "" || Number.isNaN(number))) {
    return `Parameter '${key}' must be a number.`;
  }
  if (rules.allowedValues && !rules.allowedValues.includes(value)) {
    return `Parameter '${key}' must be one of AllowedValues`;
  }
  if (rules.allowedPattern !== undefined && !fits(rules.allowedPattern, value)) {
    return `Parameter '${key}' must match pattern ${rules.allowedPattern}`;
  }
  if (rules.minimumLength !== undefined && value.length < rules.minimumLength) {
    return `Parameter '${key}' must contain at least ${rules.minimumLength} characters`;
  }
  if (rules.maximumLength !== undefined && value.length > rules.maximumLength) {
    return `Parameter '${key}' must contain at most ${rules.maximumLength} characters`;
  }
  if (rules.minimum !== undefined && number < rules.minimum) {
    return `Parameter '${key}' must be a number not less than ${rules.minimum}`;
  }
  if (rules.maximum !== undefined && number > rules.maximum) {
    return `Parameter '${key}' must be a number not greater than ${rules.maximum}`;
  }
  return undefined;
}

function check(parameter: TemplateParameter, value: string): void {
  if (Buffer.byteLength(value) > 4096) {
    throw validationError(`Parameter '${parameter.key}' is longer than 4096 bytes.`);
  }
  const message = violation(parameter, value);
  if (message !== undefined) {
    throw validationError(
      parameter.constraintDescription
        ? `Parameter ${parameter.key} failed to satisfy constraint: ${parameter.constraintDescription}`
        : message,
    );
  }
}

/**
 * The values of a template's parameters: given, previous or default. Throws when one is missing, unknown or does not
 * keep its rules.
 */
export function resolveParameters(
  template: Template,
  given: readonly GivenParameter[],
  previous: readonly ParameterRecord[],
): readonly ParameterRecord[] {
  const unknown = given.filter(({ key }) => !template.parameters.has(key)).map(({ key }) => key);
  if (unknown.length > 0) {
    throw validationError(`Parameters: [${unknown.join(", ")}] do not exist in the template`);
  }
  const absent: string[] = [];
  const resolved: ParameterRecord[] = [];
  for (const parameter of template.parameters.values()) {
    const { key, noEcho } = parameter;
    const request = given.find((candidate) => candidate.key === key);
    const before = previous.find((candidate) => candidate.key === key)?.value;
    const value = request?.usePrevious ? before : (request?.value ?? parameter.default);
    if (value === undefined) {
      absent.push(key);
    } else {
      check(parameter, value);
      resolved.push({ key, value, noEcho });
    }
  }
  if (absent.length > 0) {
    throw validationError(`Parameters: [${absent.join(", ")}] must have values`);
  }
  return resolved;
}

/** A parameter's value for `Ref`: a list for the list types. */
export function parameterValue(parameter: TemplateParameter | undefined, value: string): Value {
  const list = parameter?.type === "CommaDelimitedList" || parameter?.type.startsWith("List<");
  return list ? value.split(",").map((item) => item.trim()) : value;
}
