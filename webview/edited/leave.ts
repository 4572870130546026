import type { Controller } from "../state/controller";
import { strings } from "../strings";

/** @returns false: there is no comparison */
export function leaveComparison(controller: Controller): boolean {
  if (controller.store.get().picture?.edited?.against === undefined) return false;
  controller.store.update((state) => ({ ...state, difference: undefined }));
  controller.send({ type: "endCompare" });
  controller.announce(strings.compared.left);
  return true;
}
