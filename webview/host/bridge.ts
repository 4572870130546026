import type { ToHost, ToWebview } from "../../extension/protocol/messages";
import { parseToWebview } from "../../extension/protocol/validate";

interface VsCodeApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

/** The one door to the extension host. Nothing else in the webview touches VS Code's object. */
export interface Door<Received, Sent> {
  send(message: Sent): void;
  /** What does not fit the protocol is dropped, with a line in the developer tools. */
  listen(receive: (message: Received) => void): () => void;
  loadState(): unknown;
  saveState(state: unknown): void;
}

/** The canvas's. */
export type Bridge = Door<ToWebview, ToHost>;

/** Can be called once in the life of the page: VS Code hands its object out only once. */
export function openBridge(): Bridge {
  return doorOf(acquireVsCodeApi(), parseToWebview);
}

/** The same door for a page that speaks another protocol. */
export function speaking<Received, Sent>(
  { send, loadState, saveState }: Bridge,
  parse: (message: unknown) => Received | undefined,
): Door<Received, Sent> {
  return doorOf({ postMessage: (message) => send(message as ToHost), getState: loadState, setState: saveState }, parse);
}

function doorOf<Received, Sent>(
  api: VsCodeApi,
  parse: (message: unknown) => Received | undefined,
): Door<Received, Sent> {
  return {
    send: (message) => api.postMessage(message),
    listen: (receive) => {
      const onMessage = (event: MessageEvent<unknown>) => {
        const message = parse(event.data);
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
