import type { ToHost } from "../../extension/protocol/messages";
import type { Controller } from "../state/controller";
import { strings } from "../strings";

type What = Pick<Extract<ToHost, { type: "discardEdit" }>, "component" | "path">;

/** Puts something back to what is deployed, as one step. The host knows what that was. */
export function discard(controller: Controller, name: string, what: What): void {
  const words = strings.edited.than(controller.store.get().picture?.edited?.against?.name);
  void controller.request(
    (id) => ({ type: "discardEdit", id, ...what }),
    () => words.discarded(name),
  );
}
