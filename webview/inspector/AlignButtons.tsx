import { type Alignment, alignments } from "../canvas/align";
import { showChord } from "../menu/chord";
import { alignSelected, looks, whyNotAlign } from "../menu/commands/align";
import { useCanvas, useController } from "../state/hooks";
import { strings } from "../strings";
import "./align.css";

/** Two bars and what they stand along, in a field of 16 by 16: x, y, width, height. */
const bars: Readonly<Record<Alignment, readonly (readonly [number, number, number, number])[]>> = {
  left: [
    [1, 1, 1, 14],
    [4, 3, 10, 4],
    [4, 9, 6, 4],
  ],
  centre: [
    [7.5, 1, 1, 14],
    [3, 3, 10, 4],
    [5, 9, 6, 4],
  ],
  right: [
    [14, 1, 1, 14],
    [2, 3, 10, 4],
    [6, 9, 6, 4],
  ],
  top: [
    [1, 1, 14, 1],
    [3, 4, 4, 10],
    [9, 4, 4, 6],
  ],
  middle: [
    [1, 7.5, 14, 1],
    [3, 3, 4, 10],
    [9, 5, 4, 6],
  ],
  bottom: [
    [1, 14, 14, 1],
    [3, 2, 4, 10],
    [9, 6, 4, 6],
  ],
  across: [
    [1, 1, 1, 14],
    [14, 1, 1, 14],
    [5.5, 4, 5, 8],
  ],
  down: [
    [1, 1, 14, 1],
    [1, 14, 14, 1],
    [4, 5.5, 8, 5],
  ],
};

/** Brings what is selected into line, as the menu does. */
export function AlignButtons() {
  const controller = useController();
  const state = useCanvas((whole) => whole);
  return (
    <fieldset className="align-buttons" aria-label={strings.commands.align}>
      {alignments.map((how) => {
        const { label, keys } = looks[how];
        const reason = whyNotAlign(state, how);
        const name = how === "across" || how === "down" ? label : strings.inspector.alignTo(label);
        return (
          <button
            key={how}
            type="button"
            aria-label={name}
            title={reason ?? `${name} (${keys.map((chord) => showChord(chord)).join(", ")})`}
            disabled={reason !== undefined}
            onClick={() => alignSelected({ controller }, how)}
          >
            <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
              {bars[how].map(([x, y, width, height]) => (
                <rect key={`${x} ${y}`} x={x} y={y} width={width} height={height} rx={0.5} />
              ))}
            </svg>
          </button>
        );
      })}
    </fieldset>
  );
}
