import { useCallback, useRef, useSyncExternalStore } from "react";
import { useController } from "../state/hooks";
import { looseLinks } from "../state/select";
import { isSameList } from "../state/share";

export interface Chosen {
  readonly cards: readonly string[];
  readonly links: readonly string[];
}

/**
 * What is selected. While a card is held down it is what was selected before: to make a form for it takes several
 * frames, which are those in which a drag begins. A click holds it no longer than a click takes.
 */
export function useChosen(): Chosen {
  const { store } = useController();
  const isHeld = useRef(false);
  const last = useRef<Chosen>({ cards: [], links: [] });
  const subscribe = useCallback(
    (changed: () => void) => {
      const hold = ({ target }: Event) => {
        isHeld.current = target instanceof Element && target.closest(".react-flow__node") !== null;
      };
      const release = () => {
        if (!isHeld.current) return;
        isHeld.current = false;
        changed();
      };
      const unsubscribe = store.subscribe(changed);
      const listening = new AbortController();
      const { signal } = listening;
      window.addEventListener("pointerdown", hold, { signal, capture: true });
      window.addEventListener("pointerup", release, { signal, capture: true });
      window.addEventListener("pointercancel", release, { signal, capture: true });
      // Of the window itself: the pointer may be let go where this page does not hear of it.
      window.addEventListener("blur", release, { signal });
      return () => {
        unsubscribe();
        listening.abort();
      };
    },
    [store],
  );
  return useSyncExternalStore(subscribe, () => {
    if (isHeld.current) return last.current;
    const state = store.get();
    const now = { cards: state.selected, links: looseLinks(state) };
    const { cards, links } = last.current;
    if (!isSameList(now.cards, cards) || !isSameList(now.links, links)) last.current = now;
    return last.current;
  });
}
