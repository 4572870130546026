import type { IncomingHttpHeaders } from "node:http";
import type { Service } from "../service";
import { fitsChecksum } from "./uploads";

export interface S3Answer {
  readonly status: number;
  readonly body: string;
}

/** The one operation of S3 that there is: it takes a template that is too large to be sent with a call. */
export function putObject(service: Service, path: string, headers: IncomingHttpHeaders, body: string): S3Answer {
  if (!/^AWS4-HMAC-SHA256 Credential=[^,]+\/s3\/aws4_request,/.test(headers.authorization ?? "")) {
    return failure(403, "AccessDenied", "Access Denied");
  }
  if (!/^\/[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]\/[A-Za-z0-9!_.*'()/-]{1,1024}$/.test(path)) {
    return failure(400, "InvalidRequest", "The Sandbox takes objects at /bucket/key only.");
  }
  const owner = headers["x-amz-expected-bucket-owner"];
  if (owner !== undefined && owner !== service.account) {
    return failure(403, "AccessDenied", "Access Denied");
  }
  const checksum = headers["x-amz-checksum-sha256"];
  if (!fitsChecksum(body, Array.isArray(checksum) ? checksum[0] : checksum)) {
    return failure(400, "BadDigest", "The SHA256 you specified did not match the calculated checksum.");
  }
  service.uploads.put(path, body);
  return { status: 200, body: "" };
}

function failure(status: number, code: string, message: string): S3Answer {
  return {
    status,
    body: `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><Message>${message}</Message></Error>`,
  };
}
