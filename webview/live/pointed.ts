import type { Route } from "../layout/route/point";
import { frameOf } from "../state/selected";
import type { CardNode, LinkEdge } from "../state/state";

export interface Pointed {
  readonly card: string | undefined;
  readonly link: string | undefined;
}

/** The card at a point of the canvas, or else the link that runs within `reach` of it. */
export function pointed(
  picture: {
    readonly cards: readonly CardNode[];
    readonly edges: readonly LinkEdge[];
    readonly routes: ReadonlyMap<string, Route>;
  },
  point: { readonly x: number; readonly y: number },
  reach: number,
): Pointed {
  const card = picture.cards.findLast((each) => {
    const { x, y, width, height } = frameOf(each);
    return point.x >= x - reach && point.x <= x + width + reach && point.y >= y && point.y <= y + height;
  });
  if (card !== undefined) return { card: card.id, link: undefined };
  const link = picture.edges.find(({ id }) => isNear(picture.routes.get(id) ?? [], point, reach));
  return { card: undefined, link: link?.id };
}

function isNear(route: Route, { x, y }: { readonly x: number; readonly y: number }, reach: number): boolean {
  for (let index = 1; index < route.length; index++) {
    const [from, to] = [route[index - 1], route[index]];
    if (from === undefined || to === undefined) continue;
    const isBeside =
      x >= Math.min(from[0], to[0]) - reach &&
      x <= Math.max(from[0], to[0]) + reach &&
      y >= Math.min(from[1], to[1]) - reach &&
      y <= Math.max(from[1], to[1]) + reach;
    if (isBeside) return true;
  }
  return false;
}
