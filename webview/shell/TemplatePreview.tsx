import { accentOf, labelOf, laneOf } from "../components/componentInfo";
import { arrange } from "../layout/arrange";
import { cardSize } from "../layout/box";

interface TemplatePreviewProps {
  readonly components: readonly { readonly name: string; readonly type: string }[];
  readonly links: readonly { readonly from: string; readonly to: string }[];
  /** Writes the names into the cards; without, the picture is too small for them. */
  readonly isNamed?: boolean;
}

/** Beside text of the usual size, where names are written. */
const largestScale = 0.8;

/** A topology in small, as auto layout would arrange it. What stands beside it says the same in words. */
export function TemplatePreview({ components, links, isNamed = false }: TemplatePreviewProps) {
  const places = arrange(
    components.map(({ name, type }) => ({ name, lane: laneOf(type) })),
    links,
  );
  const { width, height } = cardSize;
  const right = Math.max(...[...places.values()].map(([x]) => x)) + width;
  const bottom = Math.max(...[...places.values()].map(([, y]) => y)) + height;
  const types = new Map(components.map(({ name, type }) => [name, type]));
  // Of two components, a picture as wide as its place would be all letters.
  const size = isNamed ? { maxWidth: (right + 16) * largestScale } : {};
  return (
    <svg className="start-preview" style={size} viewBox={`-8 -8 ${right + 16} ${bottom + 16}`} aria-hidden="true">
      {links.map(({ from, to }) => {
        const [start, end] = [places.get(from), places.get(to)];
        if (start === undefined || end === undefined) return null;
        const [x1, y1, x2, y2] = [start[0] + width, start[1] + height / 2, end[0], end[1] + height / 2];
        const middle = (x1 + x2) / 2;
        return <path key={`${from} ${to}`} d={`M${x1} ${y1}C${middle} ${y1} ${middle} ${y2} ${x2} ${y2}`} />;
      })}
      {[...places].map(([name, [x, y]]) => (
        <g key={name} style={{ ["--accent" as string]: accentOf(types.get(name) ?? "") }}>
          <rect x={x} y={y} width={width} height={height} rx="8" />
          <circle cx={x + 32} cy={y + height / 2} r="12" />
          {isNamed ? (
            <>
              <text x={x + 60} y={y + height / 2 - 4}>
                {name}
              </text>
              <text className="start-preview-type" x={x + 60} y={y + height / 2 + 16}>
                {labelOf(types.get(name) ?? "")}
              </text>
            </>
          ) : (
            <line x1={x + 60} x2={x + width - 40} y1={y + height / 2} y2={y + height / 2} />
          )}
        </g>
      ))}
    </svg>
  );
}
