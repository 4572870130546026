import type { Controller } from "./controller";
import { isSameList } from "./share";

/** Tells the host what is selected, so that it can show the lines. What the host itself selected it knows to leave alone. */
export function followSelection({ store, send }: Pick<Controller, "store" | "send">): void {
  let told = store.get().selected;
  store.subscribe(() => {
    const { selected } = store.get();
    if (isSameList(selected, told)) return;
    told = selected;
    send({ type: "selected", components: selected });
  });
}
