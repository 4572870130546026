import type { ToHost, ToWebview } from "./messages";

/** A message from the webview, if it fits the protocol exactly. The host trusts nothing else. */
export function parseToHost(message: unknown): ToHost | undefined {
  void message;
  return undefined;
}

/** A message from the host, if it fits the protocol exactly. */
export function parseToWebview(message: unknown): ToWebview | undefined {
  void message;
  return undefined;
}
