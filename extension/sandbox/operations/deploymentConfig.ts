import { notSupported, validationError } from "../wire/cloudError";
import type { Input } from "../wire/parseQuery";

/** Throws for what a deployment configuration asks for and the Sandbox cannot do; STANDARD is what it always does. */
export function checkDeploymentConfig(input: Input): void {
  const mode = input.nested("DeploymentConfig")?.text("Mode") || "STANDARD";
  if (mode === "EXPRESS") {
    throw notSupported("A deployment in express mode (DeploymentConfig)");
  }
  if (mode !== "STANDARD") {
    throw validationError(
      `1 validation error detected: Value '${mode}' at 'deploymentConfig.mode' failed to satisfy constraint: Member must satisfy enum value set: [STANDARD, EXPRESS]`,
    );
  }
}

/** Whether a failed deployment stays as it is: said by the request itself, or by its deployment configuration. */
export function disablesRollback(input: Input): boolean | undefined {
  return input.flag("DisableRollback") ?? input.nested("DeploymentConfig")?.flag("DisableRollback");
}
