import type { Severity } from "../../extension/manifest/problem";
import type { PictureEdge } from "../../extension/protocol/messages";
import { accentOf, iconOf, infoOf, labelOf } from "../components/componentInfo";
import type { ComponentStatus } from "../deployment/componentStatus";
import { cardSize } from "../layout/box";
import type { Frame } from "../layout/frame";
import type { LaneArea } from "../layout/lanes";
import type { Route } from "../layout/route/point";
import { priceWords } from "../price/priceWords";
import { frameOf } from "../state/selected";
import type { CardNode, LinkEdge } from "../state/state";
import { strings } from "../strings";

/** What a picture consists of, without where on the screen it is. */
export interface Scene {
  readonly lanes: readonly LaneArea[];
  readonly links: readonly SceneLink[];
  /** Ids of the links that stand out. */
  readonly related: ReadonlySet<string>;
  readonly cards: readonly SceneCard[];
  /** What the line below a card says, by the card's name. */
  readonly statuses: ReadonlyMap<string, ComponentStatus>;
  /** Names of the cards that are selected. */
  readonly selected: ReadonlySet<string>;
  /** Groups and notes. On the canvas they always have elements of their own. */
  readonly boards: readonly SceneBoard[];
}

export interface SceneBoard {
  readonly kind: "group" | "note";
  readonly frame: Frame;
  readonly text: string;
}

export interface SceneCard {
  readonly name: string;
  readonly summary: string;
  readonly price: { readonly amount: string; readonly change: string | undefined } | undefined;
  readonly icon: string;
  /** A CSS colour with variables in it. */
  readonly accent: string;
  readonly frame: Frame;
  readonly worst: Severity | undefined;
  /** While a connection is made: whether it can end here. */
  readonly end: "possible" | "impossible" | undefined;
}

export interface SceneLink {
  readonly id: string;
  readonly kind: PictureEdge["kind"];
  readonly route: Route;
  readonly bounds: Frame;
  readonly label?: string | undefined;
}

/** A card as it is painted. The same object as long as the card is the same. */
export const sceneCard = byObject((node: CardNode): SceneCard => {
  const { component, problems } = node.data;
  const { name, type } = component;
  const price = component.price && priceWords(component.price);
  const severities = new Set(problems.map(({ severity }) => severity));
  const worst = (["error", "warning", "information"] as const).find((severity) => severities.has(severity));
  const summary = infoOf(type) === undefined ? strings.card.unknownType(type) : component.summary || labelOf(type);
  const classes = node.className?.split(" ") ?? [];
  // Without the line below it, which an element that was measured may have.
  const frame = { ...frameOf(node), height: cardSize.height };
  const end = (["possible", "impossible"] as const).find((each) => classes.includes(each));
  return { name, summary, price, icon: iconOf(type), accent: accentOf(type), frame, worst, end };
});

/** A link as it is painted; a route that is the same object gives the same link. */
export function sceneLink(edge: LinkEdge, route: Route): SceneLink {
  const before = links.get(route);
  if (before !== undefined) return before;
  const [xs, ys] = [route.map(([x]) => x), route.map(([, y]) => y)];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  const bounds = { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
  const link = { id: edge.id, kind: edge.data?.kind ?? "connection", route, bounds, label: edge.data?.label } as const;
  links.set(route, link);
  return link;
}

const links = new WeakMap<Route, SceneLink>();

function byObject<Key extends object, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const known = new WeakMap<Key, Value>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const value = make(key);
    known.set(key, value);
    return value;
  };
}
