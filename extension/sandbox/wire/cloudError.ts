/** An error as CloudFormation answers it: its code, its words, its HTTP status. */
export class CloudError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly httpStatus = 400,
  ) {
    super(message);
    this.name = "CloudError";
  }
}

export function validationError(message: string): CloudError {
  return new CloudError("ValidationError", message);
}

export function stackNotFound(name: string): CloudError {
  return validationError(`Stack with id ${name} does not exist`);
}

export function changeSetNotFound(name: string): CloudError {
  return new CloudError("ChangeSetNotFound", `ChangeSet [${name}] does not exist`, 404);
}

/** `action` as CloudFormation says it: "updated", "deleted". */
export function wrongState(stackId: string, status: string, action: string): CloudError {
  return validationError(`Stack:${stackId} is in ${status} state and can not be ${action}.`);
}

export function notSupported(what: string): CloudError {
  return new CloudError(
    "NotSupportedInSandbox",
    `${what} is not supported in the Stackwright Sandbox, which simulates CloudFormation. Deploy to AWS to use it.`,
  );
}

/** A value that breaks the pattern or length of its field, in the words of the service's front end. */
export function constraint(value: string, field: string, rule: string): CloudError {
  return validationError(
    `1 validation error detected: Value '${value}' at '${field}' failed to satisfy constraint: ${rule}`,
  );
}

export function missing(field: string): CloudError {
  return constraint("null", field, "Member must not be null");
}
