import { refusalOf } from "../control/disturb";
import { userOf } from "../operations/getCallerIdentity";
import { type Api, apis } from "../operations/table";
import type { Service } from "../service";
import { CloudError } from "../wire/cloudError";
import { encodeAnswer, encodeError } from "../wire/encodeXml";
import { type Input, parseQuery } from "../wire/parseQuery";

export interface Answer {
  readonly status: number;
  readonly body: string;
}

/** The Region that the request is signed for; the signature itself means nothing here. */
export function signedRegion(authorization: string | undefined): string | undefined {
  const scope = /^AWS4-(?:HMAC-SHA256|ECDSA-P256-SHA256) Credential=[^/,\s]+\/\d{8}\/([a-z0-9-]{1,64})\//.exec(
    authorization ?? "",
  );
  return scope?.[1];
}

function findApi(input: Input): Api {
  const version = input.text("Version");
  const api = apis.find((candidate) => candidate.version === version);
  if (!api) {
    throw new CloudError("InvalidAction", `Could not find an API of version ${version ?? "(none)"}.`);
  }
  return api;
}

/** Throws what a fault refuses the request with. */
export function refuseByFault(service: Service, { prefix }: Pick<Api, "prefix">, action: string): void {
  const fault = service.faults.strike(action, ["throttled", "expired", "denied"]);
  const user = userOf(service.account);
  const refusal = fault && refusalOf(fault, { permission: `${prefix}:${action}`, user });
  if (refusal) {
    throw refusal;
  }
}

/** Answers one request of the Query protocol. Never throws. */
export function answer(service: Service, authorization: string | undefined, body: string, requestId: string): Answer {
  let namespace = apis[0]?.namespace ?? "";
  try {
    const input = parseQuery(body);
    const api = findApi(input);
    namespace = api.namespace;
    const region = signedRegion(authorization);
    if (region === undefined) {
      throw new CloudError("MissingAuthenticationToken", "Request is missing Authentication Token", 403);
    }
    const action = input.text("Action") ?? "";
    const operation = api.operations.get(action);
    if (!operation) {
      throw new CloudError("InvalidAction", `Could not find operation ${action} for version ${api.version}`);
    }
    refuseByFault(service, api, action);
    const output = operation({ input, region, service });
    return { status: 200, body: encodeAnswer(action, namespace, output, requestId) };
  } catch (error) {
    if (error instanceof CloudError) {
      const { code, message, httpStatus } = error;
      return { status: httpStatus, body: encodeError(code, message, namespace, requestId, httpStatus < 500) };
    }
    const message = `The Sandbox has a defect: ${error instanceof Error ? error.message : String(error)}`;
    return { status: 500, body: encodeError("InternalFailure", message, namespace, requestId, false) };
  }
}
