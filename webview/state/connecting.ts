import { whyNotConnect } from "../components/connectable";
import { strings } from "../strings";
import type { Controller } from "./controller";
import { whyNotChange } from "./mayChange";
import { edgeId } from "./nodes";
import type { CardNode, Connecting, State } from "./state";

type Start = Pick<Connecting, "start" | "isBackwards" | "by" | "edge">;

/** Why a connection that is being made or moved cannot end there; undefined when it can. */
export function whyNotEnd(state: State, { start, isBackwards, edge }: Start, end: string): string | undefined {
  const { picture } = state;
  const find = (name: string) => picture?.components.find((component) => component.name === name);
  const [from, to] = isBackwards ? [end, start] : [start, end];
  const others = (picture?.edges ?? []).filter((other) => edgeId(other) !== edge);
  return whyNotConnect(find(from), find(to), others);
}

/** What can be connected stands out from now on, and the rest recedes. */
export function startConnecting(state: State, start: Start): State {
  const targets = state.nodes.flatMap(({ id }) => (whyNotEnd(state, start, id) === undefined ? [id] : []));
  return mark({ ...state, connecting: { ...start, targets } });
}

export function stopConnecting(state: State): State {
  return state.connecting === undefined ? state : mark({ ...state, connecting: undefined });
}

/** Goes to the next possible end, or the one before, and brings it into sight. */
export function stepConnecting(state: State, step: 1 | -1): State {
  const { connecting } = state;
  if (connecting === undefined) return state;
  const { targets, at } = connecting;
  const index = at === undefined ? (step > 0 ? 0 : -1) : targets.indexOf(at) + step;
  const next = targets.at(index % targets.length);
  if (next === undefined) return state;
  return mark({ ...state, connecting: { ...connecting, at: next }, shown: { name: next } });
}

/** Makes the connection, or moves the end. */
export async function endConnecting(controller: Controller, start: Start, end: string): Promise<void> {
  const { store } = controller;
  const reason =
    whyNotChange(store.get(), start.edge === undefined ? "add" : "place") ?? whyNotEnd(store.get(), start, end);
  const edge = store.get().edges.find(({ id }) => id === start.edge);
  store.update(stopConnecting);
  if (reason !== undefined) {
    controller.notify(reason);
    return;
  }
  const [from, to] = start.isBackwards ? [end, start.start] : [start.start, end];
  if (edge === undefined) {
    await controller.edit([{ kind: "connect", from, to }], strings.announce.connected(from, to));
  } else if (edge.source !== from || edge.target !== to) {
    await controller.edit(
      [{ kind: "reconnect", from: edge.source, to: edge.target, newFrom: from, newTo: to }],
      strings.announce.connected(from, to),
    );
  }
}

/** A connection from the keyboard, from or to a component; with `edge`, the other end of that one. */
export function beginConnecting(controller: Controller, start: string, isBackwards = false, edge?: string): void {
  const { store } = controller;
  const reason = whyNotChange(store.get(), edge === undefined ? "add" : "place");
  if (reason !== undefined) {
    controller.notify(reason);
    return;
  }
  const next = startConnecting(store.get(), { start, isBackwards, by: "keyboard", edge });
  if (next.connecting?.targets.length === 0) {
    controller.notify(strings.connecting.nothing(start, isBackwards));
    return;
  }
  store.update(() => stepConnecting(next, 1));
  announceTarget(controller);
}

export function announceTarget(controller: Controller): void {
  const { connecting } = controller.store.get();
  if (connecting?.at === undefined) return;
  const { at, targets } = connecting;
  controller.announce(strings.connecting.target(at, targets.indexOf(at) + 1, targets.length));
}

function mark(state: State): State {
  const targets = new Set(state.connecting?.targets);
  return { ...state, nodes: state.nodes.map((node) => withClass(node, classOf(state.connecting, node.id, targets))) };
}

function classOf(connecting: Connecting | undefined, name: string, targets: ReadonlySet<string>): string {
  if (connecting === undefined) return "";
  if (name === connecting.start) return "connecting-start";
  if (!targets.has(name)) return "impossible";
  return name === connecting.at ? "possible chosen" : "possible";
}

function withClass(node: CardNode, className: string): CardNode {
  return (node.className ?? "") === className ? node : { ...node, className };
}
