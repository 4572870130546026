import type { Operation, Position } from "../../extension/manifest/edit/operation";
import type { ToHost, ToWebview } from "../../extension/protocol/messages";
import type { Bridge } from "../host/bridge";
import { strings } from "../strings";
import { createEdits, type EditAnswer } from "./edits";
import { receiveDeployment } from "./receiveDeployment";
import { receivePicture } from "./receivePicture";
import { show } from "./select";
import { initialState, type Move, type Notice, type State } from "./state";
import { createStore, type Store } from "./store";
import { readViewState, type ViewState } from "./viewState";

/** Everything that components need: the state to watch, and what a person can do. */
export interface Controller {
  readonly store: Store<State>;
  send(message: ToHost): void;
  /** One gesture, one edit. A refusal is shown; success is announced with `done`. */
  edit(operations: readonly Operation[], done?: string): Promise<EditAnswer>;
  /** Cards dragged or pushed by keys to where they are now. */
  move(positions: ReadonlyMap<string, Position>, done: string): Promise<void>;
  announce(text: string): void;
  /** Shows a sentence that must be seen; a refusal unless said otherwise. */
  notify(text: string, tone?: Notice["tone"]): void;
  setView(change: Partial<ViewState>): void;
}

export function createController(bridge: Bridge): Controller {
  const store = createStore(initialState(readViewState(bridge.loadState())));
  const edits = createEdits(bridge.send, () => store.get().picture?.version ?? 0);
  let lastId = 0;

  const announce = (text: string) => {
    const announcement: Notice = { id: ++lastId, text, tone: "information" };
    store.update((state) => ({ ...state, announcement, notice: undefined }));
  };
  const notify: Controller["notify"] = (text, tone = "refused") => {
    const notice: Notice = { id: ++lastId, text, tone };
    store.update((state) => ({ ...state, notice }));
  };

  const edit: Controller["edit"] = async (operations, done) => {
    if (operations.length === 0) return { ok: true };
    const answer = await edits.submit(operations);
    if (!answer.ok) notify(answer.reason);
    else if (answer.notice !== undefined) notify(answer.notice, "information");
    else if (done !== undefined) announce(done);
    return answer;
  };

  const move: Controller["move"] = async (positions, done) => {
    if (positions.size === 0) return;
    const rounded = new Map([...positions].map(([name, [x, y]]) => [name, [Math.round(x), Math.round(y)] as const]));
    store.update((state) => ({ ...state, moves: new Map([...state.moves, ...pending(rounded)]) }));
    const answer = await edit([{ kind: "moveComponents", positions: Object.fromEntries(rounded) }], done);
    store.update((state) => {
      const moves = answer.ok ? markAnswered(state.moves, rounded) : without(state.moves, rounded);
      const next = { ...state, moves };
      return answer.ok || state.picture === undefined ? next : receivePicture(next, state.picture);
    });
  };

  const receive = (message: ToWebview) => {
    switch (message.type) {
      case "picture":
        return store.update((state) => receivePicture(state, message.picture));
      case "deployment":
        return store.update((state) => receiveDeployment(state, message.deployment));
      case "select":
        return store.update((state) => show(state, message.component));
      case "edited":
        return edits.answered(message.id, toAnswer(message));
    }
  };

  let saved = store.get().view;
  store.subscribe(() => {
    const { view } = store.get();
    if (view === saved) return;
    saved = view;
    bridge.saveState(view);
  });
  bridge.listen(receive);

  return {
    store,
    send: bridge.send,
    edit,
    move,
    announce,
    notify,
    setView: (change) => store.update((state) => ({ ...state, view: { ...state.view, ...change } })),
  };
}

function toAnswer({ ok, reason, notice }: Extract<ToWebview, { type: "edited" }>): EditAnswer {
  if (!ok) return { ok, reason: reason ?? strings.notice.refused };
  return notice === undefined ? { ok } : { ok, notice };
}

function pending(positions: ReadonlyMap<string, Position>): readonly (readonly [string, Move])[] {
  return [...positions].map(([name, position]) => [name, { position, answered: false }] as const);
}

function markAnswered(
  moves: ReadonlyMap<string, Move>,
  written: ReadonlyMap<string, Position>,
): ReadonlyMap<string, Move> {
  return new Map(
    [...moves].map(([name, move]) => [name, move.position === written.get(name) ? { ...move, answered: true } : move]),
  );
}

function without(moves: ReadonlyMap<string, Move>, refused: ReadonlyMap<string, Position>): ReadonlyMap<string, Move> {
  return new Map([...moves].filter(([name, move]) => move.position !== refused.get(name)));
}
