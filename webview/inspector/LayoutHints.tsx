import { useMemo } from "react";
import { laneOf } from "../components/componentInfo";
import { Button } from "../controls/Button";
import { driftOf } from "../layout/drift";
import { useCanvas, useController } from "../state/hooks";
import { whyNotChange } from "../state/mayChange";
import { allPlaced, release } from "../state/release";
import { select } from "../state/select";
import { frameOf } from "../state/selected";
import { isSameList } from "../state/share";
import { strings } from "../strings";

const words = strings.layout;

/** How much was placed by hand, what of it does not fit any more, and the way back to the automatic layout. */
export function LayoutHints() {
  const nodes = useCanvas((state) => state.nodes);
  const placed = useCanvas(allPlaced, isSameList);
  const astray = useCanvas((state) => state.picture?.astray);
  const { overlapping, outOfLane } = useMemo(
    () =>
      driftOf(
        nodes.map((node) => ({
          name: node.id,
          lane: laneOf(node.data.component.type),
          frame: frameOf(node),
          byHand: node.data.component.position !== undefined,
        })),
      ),
    [nodes],
  );
  if (placed.length === 0) return null;
  const byHand = placed.length - (astray?.length ?? 0);
  return (
    <section aria-label={words.title}>
      <h3>{words.title}</h3>
      <ul className="layout-hints">
        {byHand > 0 && <Hint icon="pinned" text={words.placed(byHand, nodes.length)} names={placed} />}
        {overlapping.length > 0 && <Hint icon="warning" text={words.overlapping(overlapping)} names={overlapping} />}
        {outOfLane.length > 0 && <Hint icon="warning" text={words.outOfLane(outOfLane)} names={outOfLane} />}
        {astray !== undefined && <Hint icon="warning" text={words.astray(astray)} names={astray} isGone />}
      </ul>
    </section>
  );
}

interface HintProps {
  readonly icon: "pinned" | "warning";
  readonly text: string;
  readonly names: readonly string[];
  /** There is no card that could be selected. */
  readonly isGone?: boolean;
}

function Hint({ icon, text, names, isGone = false }: HintProps) {
  const controller = useController();
  const reason = useCanvas((state) => whyNotChange(state, "place"));
  return (
    <li>
      <span className={`codicon codicon-${icon}${icon === "warning" ? " severity-warning" : ""}`} aria-hidden="true" />
      <span className="layout-hint">{text}</span>
      {!isGone && (
        <Button
          icon="inspect"
          label={words.show(text)}
          onPress={() =>
            controller.store.update((state) =>
              select(
                state,
                names.filter((name) => state.nodes.some(({ id }) => id === name)),
              ),
            )
          }
        />
      )}
      <Button
        icon="discard"
        label={words.releaseThese(text)}
        title={reason ?? words.releaseThese(text)}
        disabled={reason !== undefined}
        onPress={() => void release(controller, names)}
      />
    </li>
  );
}
