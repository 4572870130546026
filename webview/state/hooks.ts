import { createContext, useContext, useRef, useSyncExternalStore } from "react";
import type { Controller } from "./controller";
import type { State } from "./state";

export const ControllerContext = createContext<Controller | undefined>(undefined);

export function useController(): Controller {
  const controller = useContext(ControllerContext);
  if (controller === undefined) throw new Error("A component stands outside of ControllerContext.");
  return controller;
}

/** A part of the state. The component is drawn again only when that part is another value. */
export function useCanvas<Part>(
  part: (state: State) => Part,
  isSame: (left: Part, right: Part) => boolean = Object.is,
): Part {
  const { store } = useController();
  const last = useRef<{ readonly value: Part } | undefined>(undefined);
  const read = () => {
    const value = part(store.get());
    if (last.current !== undefined && isSame(last.current.value, value)) return last.current.value;
    last.current = { value };
    return value;
  };
  return useSyncExternalStore(store.subscribe, read);
}

/** Whether the text can be changed from here now. */
export function useEditable(): boolean {
  return useCanvas(isEditable);
}

export function isEditable(state: State): boolean {
  return state.picture?.editable === true && state.picture.readable;
}
