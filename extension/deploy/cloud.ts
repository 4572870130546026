import type { CloudFormationClient } from "@aws-sdk/client-cloudformation";
import type { Identity } from "./types";

/** A cloud that was signed in to. Made by `connect`; holds no secret that it could show. */
export interface Cloud {
  readonly identity: Identity;
  /** Only when it is not AWS's own. */
  readonly endpoint?: string;
  /** Repeats what fails in passing by itself, as the SDK does. */
  readonly cloudFormation: CloudFormationClient;
  /** For watching: fails at once, because the poller has its own patience and tells about it. */
  readonly watching: CloudFormationClient;
  /** Frees the connections. */
  close(): void;
}

/** True for 127.0.0.1, ::1 and localhost: polling costs nobody anything there. */
export function isLoopback(endpoint: string | undefined): boolean {
  if (endpoint === undefined) return false;
  try {
    const { hostname } = new URL(endpoint);
    return hostname === "localhost" || hostname === "[::1]" || /^127\./.test(hostname);
  } catch {
    return false;
  }
}
