import { openBridge } from "./bridge";

export const bridge = openBridge();

/**
 * Asked for before the rest of the page's code has run, so that the host draws meanwhile. Nothing is missed: the answer
 * cannot be heard before that code, which is in the same file, has come to its end.
 */
bridge.send({ type: "ready" });
