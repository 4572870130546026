import type { LastChange, ToHost } from "../../extension/protocol/messages";

export type EditAnswer =
  | {
      readonly ok: true;
      readonly notice?: string | undefined;
      /** Names of the components that were made. */
      readonly components?: readonly string[] | undefined;
      readonly change?: LastChange | undefined;
    }
  | { readonly ok: false; readonly reason: string };

/** What asks for a change of the text: an edit, or a paste, whose operations the host knows. */
export type Request = (id: number, version: number) => ToHost;

interface Waiting {
  readonly request: Request;
  /** Of the picture that it was asked for on. */
  readonly version: number;
  readonly answer: (answer: EditAnswer) => void;
}

export interface Edits {
  /** One gesture. Resolves when the host has written it or refused it. */
  submit(request: Request): Promise<EditAnswer>;
  /** The host's answer to an edit. */
  answered(id: number, answer: EditAnswer): void;
}

/**
 * Sends one edit at a time, in order, each with the version of the picture that its author saw. The host knows which of
 * the versions since then are this canvas's own.
 */
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
    send(next.request(id, next.version));
  };

  return {
    submit: (request) =>
      new Promise((resolve) => {
        queue.push({ request, version: version(), answer: resolve });
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
