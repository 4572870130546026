import type { ToHost, ToWebview } from "./messages";
import { toHost } from "./toHost";
import { toWebview } from "./toWebview";

/** A message from the webview, if it fits the protocol exactly. The host trusts nothing else. */
export function parseToHost(message: unknown): ToHost | undefined {
  return toHost(message) ? message : undefined;
}

/** A message from the host, if it fits the protocol exactly. */
export function parseToWebview(message: unknown): ToWebview | undefined {
  return toWebview(message) ? message : undefined;
}
