import type { Position } from "../../extension/manifest/edit/operation";
import { strings } from "../strings";
import type { Controller } from "./controller";
import type { EditAnswer } from "./edits";
import { whyNotChange } from "./mayChange";
import { awaitComponents } from "./select";

/** The host puts the components on the clipboard as the text that they are. */
export function copy(controller: Controller): void {
  const { selected } = controller.store.get();
  if (selected.length === 0) {
    controller.notify(strings.refused.nothingSelected);
    return;
  }
  controller.settle();
  controller.send({ type: "copy", components: selected });
  controller.announce(strings.announce.copiedComponents(selected));
}

export async function cut(controller: Controller): Promise<void> {
  const { selected } = controller.store.get();
  const reason =
    selected.length === 0 ? strings.refused.nothingSelected : whyNotChange(controller.store.get(), "place");
  if (reason !== undefined) {
    controller.notify(reason);
    return;
  }
  await controller.request(
    (id) => ({ type: "copy", components: selected, cut: id }),
    () => strings.announce.cut(selected),
  );
}

/** What is on the clipboard, be it of another manifest or typed somewhere, with its upper left corner there. */
export async function paste(controller: Controller, at: Position): Promise<void> {
  const reason = whyNotChange(controller.store.get(), "add");
  if (reason !== undefined) {
    controller.notify(reason);
    return;
  }
  const [x, y] = at;
  const answer = await controller.request((id) => ({ type: "paste", id, at: [Math.round(x), Math.round(y)] }), said);
  selectMade(controller, answer);
}

export async function duplicate(controller: Controller): Promise<void> {
  const { selected } = controller.store.get();
  const reason = selected.length === 0 ? strings.refused.nothingSelected : whyNotChange(controller.store.get(), "add");
  if (reason !== undefined) {
    controller.notify(reason);
    return;
  }
  const answer = await controller.request((id) => ({ type: "duplicate", id, components: selected }), said);
  selectMade(controller, answer);
}

function said(answer: EditAnswer): string {
  return strings.announce.made((answer.ok && answer.components) || []);
}

function selectMade(controller: Controller, answer: EditAnswer): void {
  if (!answer.ok || answer.components === undefined || answer.components.length === 0) return;
  const { components } = answer;
  controller.store.update((state) => awaitComponents(state, components, false));
}
