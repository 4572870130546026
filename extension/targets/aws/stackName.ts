import type { App } from "../../manifest/app";

/** `<name>-<environment>`; at most 72 characters, of the 128 that CloudFormation allows. */
export function stackName(app: Pick<App, "name" | "environment">): string {
  return `${app.name}-${app.environment}`;
}
