import type { Host, Message } from "../deploy/messages";
import type { ProgressView } from "./render/progress";
import type { Terminal } from "./terminal";

/** A host for the engine: messages go out a line each as JSON, or to the view that is set when there is something to see. */
export class Session implements Host {
  view: ProgressView | undefined;

  constructor(
    private readonly terminal: Terminal,
    private readonly json: boolean,
  ) {}

  notify(message: Message): void {
    if (this.json) this.terminal.out(`${JSON.stringify(message)}\n`);
    else this.view?.show(message);
  }

  /** The last line of JSON output. */
  finish(result: object): void {
    if (this.json) this.terminal.out(`${JSON.stringify({ code: "result", ...result })}\n`);
  }
}

/** The first Ctrl-C stops the watching and says what that means; the second ends the program at once. */
export function interruptible(terminal: Terminal): { readonly signal: AbortSignal; dispose(): void } {
  const controller = new AbortController();
  const dispose = terminal.onInterrupt(() => {
    if (controller.signal.aborted) process.exit(130);
    controller.abort();
  });
  return { signal: controller.signal, dispose };
}
