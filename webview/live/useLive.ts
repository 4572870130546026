import { useMemo } from "react";
import type { Route } from "../layout/route/point";
import { useCanvas } from "../state/hooks";
import type { CardNode, LinkEdge } from "../state/state";
import { type RoutedEdge, withRoute } from "./routed";
import { useMarquee } from "./useMarquee";
import { useMounted } from "./useMounted";
import { useRoutes } from "./useRoutes";

/** What of the picture has elements of its own now, and what all of it consists of. */
export interface Live {
  readonly cards: readonly CardNode[];
  readonly edges: readonly LinkEdge[];
  readonly routes: ReadonlyMap<string, Route>;
  /** Ids of the links that begin or end at what is selected. */
  readonly related: ReadonlySet<string>;
  /** Names of the cards that have an element. */
  readonly mounted: ReadonlySet<string>;
  readonly liveCards: CardNode[];
  readonly liveEdges: RoutedEdge[];
  /** Whether there are too many cards for each to have an element. */
  readonly isLarge: boolean;
}

/** Up to so many cards each have an element, always: everything then works as React Flow has it. */
export const few = 150;

/**
 * Chooses the cards and lines that get elements. Of few all do. Of many those in sight that can be read, and wherever
 * they are those that are selected, dragged, focused or under the pointer; all others are painted.
 */
export function useLive(cards: CardNode[], edges: LinkEdge[]): Live {
  const isLarge = cards.length > few;
  const routes = useRoutes(cards, edges);
  const near = useMounted(cards, edges, routes, isLarge);
  const isMarquee = useMarquee(isLarge);
  const selected = useCanvas((state) => state.selected);
  const related = useMemo(() => {
    const chosen = new Set(selected);
    return new Set(edges.filter(({ source, target }) => chosen.has(source) || chosen.has(target)).map(({ id }) => id));
  }, [edges, selected]);
  const liveEdges = useMemo(() => {
    const wanted = isLarge ? edges.filter((edge) => edge.selected === true || near.links.has(edge.id)) : edges;
    return wanted.map((edge) => withRoute(edge, routes.get(edge.id), related.has(edge.id)));
  }, [edges, routes, isLarge, near.links, related]);
  const liveCards = useMemo(() => {
    if (!isLarge) return cards;
    const ends = new Set(liveEdges.flatMap(({ source, target }) => [source, target]));
    return cards.filter(
      (card) =>
        near.cards.has(card.id) ||
        (card.selected === true && !isMarquee) ||
        card.dragging === true ||
        card.domAttributes?.tabIndex === 0 ||
        ends.has(card.id),
    );
  }, [cards, liveEdges, isLarge, isMarquee, near.cards]);
  const names = liveCards.map(({ id }) => id).join("\n");
  // biome-ignore lint/correctness/useExhaustiveDependencies: another set only for other names.
  const mounted = useMemo(() => new Set(liveCards.map(({ id }) => id)), [names]);
  return { cards, edges, routes, related, mounted, liveCards, liveEdges, isLarge };
}
