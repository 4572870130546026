import { type Answer, refuseByFault, signedRegion } from "../server/answer";
import type { Service } from "../service";
import { CloudError } from "../wire/cloudError";
import { parseJson } from "./jsonInput";
import type { JsonOutput } from "./jsonOperation";
import { jsonApis } from "./table";

/** One request in AWS JSON 1.1, as far as its answer depends on it. */
export interface JsonRequest {
  /** `X-Amz-Target`: `AmazonEC2ContainerServiceV20141113.ListServices`. */
  readonly target: string;
  readonly authorization: string | undefined;
  readonly body: string;
  readonly origin: string;
}

/** The operation that a target names, for what strikes single operations. */
export function actionOf(target: string): string {
  return target.split(".").at(-1) ?? "";
}

/** Answers one request in AWS JSON 1.1. Never throws. */
export function answerJson(service: Service, { target, authorization, body, origin }: JsonRequest): Answer {
  try {
    const api = jsonApis.find((candidate) => target.startsWith(`${candidate.target}.`));
    const action = actionOf(target);
    const operation = api?.operations.get(action);
    if (!api || !operation) {
      throw new CloudError(
        "UnknownOperationException",
        `The operation ${target} is not supported in the Stackwright Sandbox. Deploy to AWS to use it.`,
      );
    }
    const region = signedRegion(authorization);
    if (region === undefined) {
      throw new CloudError("MissingAuthenticationTokenException", "Missing Authentication Token", 403);
    }
    refuseByFault(service, api, action);
    const output = operation({ input: parseJson(body), region, service, origin });
    return { status: 200, body: encodeJson(output) };
  } catch (error) {
    if (error instanceof CloudError) {
      return failure(error.httpStatus, error.code, error.message);
    }
    const message = `The Sandbox has a defect: ${error instanceof Error ? error.message : String(error)}`;
    return failure(500, "ServerException", message);
  }
}

function failure(status: number, code: string, message: string): Answer {
  return { status, body: JSON.stringify({ __type: code, message }) };
}

function encodeJson(output: JsonOutput): string {
  return JSON.stringify(toJson(output));
}

/** `JSON.stringify` would write an instant as text before a replacer could see it. */
function toJson(output: JsonOutput): unknown {
  if (output instanceof Date) {
    return output.getTime() / 1000;
  }
  if (Array.isArray(output)) {
    return output.map(toJson);
  }
  if (typeof output === "object") {
    return Object.fromEntries(Object.entries(output).map(([name, member]) => [name, toJson(member)]));
  }
  return output;
}
