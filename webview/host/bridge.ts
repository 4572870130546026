import type { ToHost, ToWebview } from "../../extension/protocol/messages";
import { parseToWebview } from "../../extension/protocol/validate";

interface VsCodeApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

/** The one door to the extension host. Nothing else in the webview touches VS Code's object. */
export interface Bridge {
  send(message: ToHost): void;
  /** What does not fit the protocol is dropped, with a line in the developer tools. */
  listen(receive: (message: ToWebview) => void): () => void;
  loadState(): unknown;
  saveState(state: unknown): void;
}

/** Can be called once in the life of the page: VS Code hands its object out only once. */
export function openBridge(): Bridge {
  const api = acquireVsCodeApi();
  return {
    send: (message) => api.postMessage(message),
    listen: (receive) => {
      const onMessage = (event: MessageEvent<unknown>) => {
        const message = parseToWebview(event.data);
        if (message === undefined) {
          console.warn("Stackwright: a message that does not fit the protocol was ignored.");
          return;
        }
        receive(message);
      };
      window.addEventListener("message", onMessage);
      return () => window.removeEventListener("message", onMessage);
    },
    loadState: () => api.getState(),
    saveState: (state) => api.setState(state),
  };
}
