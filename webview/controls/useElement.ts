import { type RefObject, useEffect, useLayoutEffect, useRef } from "react";
import { useControlsReady } from "./loadControls";

/** The properties of a toolkit element that React does not manage. */
export interface ToolkitProperties extends HTMLElement {
  value: string;
  checked: boolean;
}

/** Elements whose properties are being set from here: the events that this fires are nobody's wish. */
const settling = new WeakSet<Element>();

/**
 * Listens to an element's own events. The toolkit's events differ by control and React's names for them do too, so that
 * all of it goes through here. The newest handlers are called without listening anew.
 */
export function useElementEvents(
  ref: RefObject<HTMLElement | null>,
  handlers: { readonly [type: string]: (event: Event) => void },
): void {
  const latest = useRef(handlers);
  useLayoutEffect(() => {
    latest.current = handlers;
  });
  const types = Object.keys(handlers).sort().join(" ");
  useEffect(() => {
    const element = ref.current;
    if (element === null) return;
    const listener = (event: Event) => {
      if (!settling.has(element)) latest.current[event.type]?.(event);
    };
    for (const type of types.split(" ")) element.addEventListener(type, listener);
    return () => {
      for (const type of types.split(" ")) element.removeEventListener(type, listener);
    };
  }, [ref, types]);
}

/** Sets properties after each render: the toolkit keeps what was typed or toggled although its property did not change. */
export function useProperties(
  ref: RefObject<HTMLElement | null>,
  properties: Partial<Pick<ToolkitProperties, "value" | "checked">>,
): void {
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null) return;
    settling.add(element);
    for (const [name, value] of Object.entries(properties)) {
      if (Reflect.get(element, name) !== value) Reflect.set(element, name, value);
    }
    settling.delete(element);
  });
}

/** The toolkit overwrites `aria-label` when it is attached; so it is set after that. */
export function useLabel(ref: RefObject<HTMLElement | null>, label: string, isInvalid = false): void {
  useControlsReady();
  useLayoutEffect(() => {
    ref.current?.setAttribute("aria-label", label);
    if (isInvalid) ref.current?.setAttribute("aria-invalid", "true");
    else ref.current?.removeAttribute("aria-invalid");
  });
}
