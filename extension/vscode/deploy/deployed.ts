import type { Identity, Output } from "../../deploy/types";

/** What a deployment that ended well left in the cloud, as far as it is worth remembering. */
export interface Deployed {
  readonly environment: string;
  /** When it was noticed to be done, ISO 8601, by this machine's clock. */
  readonly at: string;
  readonly stackName: string;
  /** Unknown when the cloud said only that nothing had to be changed. */
  readonly stackId?: string;
  readonly identity: Identity;
  /** The manifest's text. */
  readonly text: string;
  readonly outputs: readonly Output[];
}

/** Takes a file for what it says it is only when every field fits; it may be cut off, or be of another version. */
export function parseDeployed(content: string, uri: string, environment: string): Deployed | undefined {
  const read = parseJson(content);
  if (!isRecord(read) || read["version"] !== 1 || read["uri"] !== uri) return undefined;
  const { at, stackName, stackId, text, outputs } = read;
  const identity = parseIdentity(read["identity"]);
  if (read["environment"] !== environment || !isText(at) || Number.isNaN(Date.parse(at)) || !identity) return undefined;
  if (!isText(stackName) || !isText(text) || !Array.isArray(outputs)) return undefined;
  return {
    environment,
    at,
    stackName,
    ...(isText(stackId) && { stackId }),
    identity,
    text,
    outputs: outputs.filter(isOutput),
  };
}

function parseIdentity(value: unknown): Identity | undefined {
  if (!isRecord(value)) return undefined;
  const { target, account, arn, region, profile } = value;
  if ((target !== "sandbox" && target !== "aws") || !isText(account) || !isText(arn) || !isText(region))
    return undefined;
  return { target, account, arn, region, ...(isText(profile) && { profile }) };
}

function isOutput(value: unknown): value is Output {
  if (!isRecord(value)) return false;
  const { key, label, value: shown, component } = value;
  return isText(key) && isText(label) && isText(shown) && (component === undefined || isText(component));
}

function parseJson(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return undefined;
  }
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
