import { ViewportPortal } from "reactflow";
import type { Against, PictureEdge } from "../../extension/protocol/messages";
import type { Frame } from "../layout/frame";
import { pathOf } from "../layout/route/path";
import type { Route } from "../layout/route/point";
import { makeshift } from "../layout/route/routeLink";
import { useCanvas } from "../state/hooks";
import { edgeId } from "../state/nodes";
import { frameOf } from "../state/selected";
import type { CardNode } from "../state/state";
import { strings } from "../strings";
import { GhostCard } from "./GhostCard";
import { useGhostFrames } from "./useGhostFrames";
import "./compare.css";

interface DifferencesProps {
  readonly cards: readonly CardNode[];
  readonly routes: ReadonlyMap<string, Route>;
}

/** On the canvas, what another version has and this text has not, and the lines that are new or changed. */
export function Differences(props: DifferencesProps) {
  const against = useCanvas((state) => state.picture?.edited?.against);
  return against === undefined ? null : <Drawn {...props} against={against} />;
}

const icons = { added: "add", changed: "edit", removed: "remove" } as const;
type Kind = keyof typeof icons;

function Drawn({ cards, routes, against }: DifferencesProps & { readonly against: Against }) {
  const ghosts = useGhostFrames(cards);
  const frames = new Map<string, Frame>([...cards.map((card) => [card.id, frameOf(card)] as const), ...ghosts]);
  const routeOf = (edge: PictureEdge): Route | undefined => {
    const [from, to] = [frames.get(edge.from), frames.get(edge.to)];
    if (from === undefined || to === undefined) return undefined;
    return routes.get(edgeId(edge)) ?? makeshift(from, to);
  };
  const lines = (["added", "changed", "removed"] as const).flatMap((kind) =>
    against.edges[kind].flatMap((edge) => {
      const route = routeOf(edge);
      return route === undefined ? [] : [{ kind, edge, route }];
    }),
  );
  // Lines to one card share their end, where the marks stand.
  const kindsAt = (to: string) => [...new Set(lines.filter(({ edge }) => edge.to === to).map(({ kind }) => kind))];
  return (
    <ViewportPortal>
      <svg className="difference-lines" aria-hidden="true">
        {lines.map(({ kind, edge, route }) => (
          <path key={`${kind} ${edgeId(edge)}`} className={`difference-line difference-${kind}`} d={pathOf(route)} />
        ))}
      </svg>
      {lines.map(({ kind, edge, route }) => (
        <LineMark
          key={`${kind} ${edgeId(edge)}`}
          kind={kind}
          edge={edge}
          route={route}
          row={kindsAt(edge.to).indexOf(kind)}
        />
      ))}
      {against.ghosts.map((ghost) => {
        const at = ghosts.get(ghost.name);
        return at === undefined ? null : <GhostCard key={ghost.name} ghost={ghost} at={[at.x, at.y]} />;
      })}
    </ViewportPortal>
  );
}

interface LineMarkProps {
  readonly kind: Kind;
  readonly edge: PictureEdge;
  readonly route: Route;
  /** Below how many other marks. */
  readonly row: number;
}

const rowHeight = 20;

function LineMark({ kind, edge, route, row }: LineMarkProps) {
  const [x = 0, y = 0] = route.at(-1) ?? [];
  const text = strings.compared.edge[kind];
  return (
    <div
      className={`difference-mark difference-${kind}`}
      role="img"
      aria-label={strings.compared.edgeLabel(edge.from, edge.to, text)}
      style={{ transform: `translate(-100%, -50%) translate(${x - 14}px, ${y + row * rowHeight}px)` }}
    >
      <span className={`codicon codicon-${icons[kind]}`} aria-hidden="true" />
      {text}
    </div>
  );
}
