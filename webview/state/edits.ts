import type { Operation } from "../../extension/manifest/edit/operation";
import type { ToHost } from "../../extension/protocol/messages";

export type EditAnswer =
  | { readonly ok: true; readonly notice?: string }
  | { readonly ok: false; readonly reason: string };

interface Waiting {
  readonly operations: readonly Operation[];
  readonly answer: (answer: EditAnswer) => void;
}

export interface Edits {
  /** One gesture. Resolves when the host has written it or refused it. */
  submit(operations: readonly Operation[]): Promise<EditAnswer>;
  /** The host's answer to an edit. */
  answered(id: number, answer: EditAnswer): void;
}

/** Sends one edit at a time, in order: the next one is made against the picture that the one before led to. */
export function createEdits(send: (message: ToHost) => void, version: () => number): Edits {
  const queue: Waiting[] = [];
  let inFlight: { readonly id: number; readonly answer: Waiting["answer"] } | undefined;
  let nextId = 1;

  const sendNext = () => {
    if (inFlight !== undefined) return;
    const next = queue.shift();
    if (next === undefined) return;
    const id = nextId++;
    inFlight = { id, answer: next.answer };
    send({ type: "edit", id, version: version(), operations: next.operations });
  };

  return {
    submit: (operations) =>
      new Promise((resolve) => {
        queue.push({ operations, answer: resolve });
        sendNext();
      }),
    answered: (id, answer) => {
      if (inFlight?.id !== id) return;
      const { answer: resolve } = inFlight;
      inFlight = undefined;
      resolve(answer);
      sendNext();
    },
  };
}
