import type { Operation, Position } from "../../extension/manifest/edit/operation";
import type { ToHost, ToWebview } from "../../extension/protocol/messages";
import type { Bridge } from "../host/bridge";
import { strings } from "../strings";
import { createEdits, type EditAnswer, type Request } from "./edits";
import { moveOperations, namesOf } from "./moveOperations";
import { createNudges } from "./nudges";
import { pending } from "./pending";
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
  /** As `edit`, for what the host knows how to write: a paste, a copy. */
  request(request: Request, done?: (answer: EditAnswer) => string): Promise<EditAnswer>;
  /**
   * Cards and notes, by the id of their node, dragged or pushed by keys to where they are now; `also` belongs to the
   * same step.
   */
  move(positions: ReadonlyMap<string, Position>, done: string, also?: readonly Operation[]): Promise<void>;
  /** Pushes what is selected, in pixels. Pushes in quick succession are one step. */
  nudge(dx: number, dy: number): void;
  /** Writes pushes that wait for a pause. */
  settle(): void;
  /** Takes back pushes that are not written yet. False when there are none: then undoing is VS Code's. */
  takeBack(): boolean;
  announce(text: string): void;
  /** Shows a sentence that must be seen; a refusal unless said otherwise. `hasChange`: it is about the last edit. */
  notify(text: string, tone?: Notice["tone"], hasChange?: boolean): void;
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
  const notify: Controller["notify"] = (text, tone = "refused", hasChange = false) => {
    const notice: Notice = { id: ++lastId, text, tone, hasChange };
    store.update((state) => ({ ...state, notice }));
  };

  const submit = async (request: Request, done?: (answer: EditAnswer) => string) => {
    const answer = await edits.submit(request);
    if (!answer.ok) {
      notify(answer.reason);
      return answer;
    }
    const { change } = answer;
    if (change !== undefined) store.update((state) => ({ ...state, lastChange: change }));
    if (answer.notice !== undefined) notify(answer.notice, "information", change !== undefined);
    else if (done !== undefined) announce(done(answer));
    return answer;
  };
  const write = (operations: readonly Operation[], done?: string) =>
    submit((id, version) => ({ type: "edit", id, version, operations }), done === undefined ? undefined : () => done);

  const commitMoves = async (rounded: ReadonlyMap<string, Position>, done: string, also: readonly Operation[]) => {
    const answer = await write([...moveOperations(rounded), ...also], done);
    store.update((state) => {
      const moves = answer.ok ? markAnswered(state.moves, rounded) : without(state.moves, rounded);
      const next = { ...state, moves };
      return answer.ok || state.picture === undefined ? next : receivePicture(next, state.picture);
    });
  };
  const nudges = createNudges(store, (positions) => {
    void commitMoves(positions, strings.announce.moved(namesOf(store.get(), positions)), []);
  });

  const request: Controller["request"] = (make, done) => {
    nudges.settle();
    return submit(make, done);
  };
  const edit: Controller["edit"] = async (operations, done) => {
    nudges.settle();
    return operations.length === 0 ? { ok: true } : write(operations, done);
  };

  const move: Controller["move"] = async (positions, done, also = []) => {
    nudges.settle();
    if (positions.size + also.length === 0) return;
    const rounded = new Map([...positions].map(([name, [x, y]]) => [name, [Math.round(x), Math.round(y)] as const]));
    store.update((state) => ({ ...state, moves: new Map([...state.moves, ...pending(rounded)]) }));
    await commitMoves(rounded, done, also);
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
    request,
    move,
    nudge: nudges.push,
    settle: nudges.settle,
    takeBack: nudges.takeBack,
    announce,
    notify,
    setView: (change) => store.update((state) => ({ ...state, view: { ...state.view, ...change } })),
  };
}

function toAnswer({ ok, reason, notice, components, change }: Extract<ToWebview, { type: "edited" }>): EditAnswer {
  return ok ? { ok, notice, components, change } : { ok, reason: reason ?? strings.notice.refused };
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
