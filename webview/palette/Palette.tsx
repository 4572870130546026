import { useMemo, useRef, useState } from "react";
import { useReactFlow } from "reactflow";
import type { ComponentType } from "../../extension/manifest/app";
import { componentTypes } from "../../extension/manifest/schema";
import { spotFor } from "../canvas/spotFor";
import { Button } from "../controls/Button";
import { SearchField } from "../controls/SearchField";
import { lanes } from "../layout/box";
import { addComponent } from "../state/actions";
import { useController, useEditable } from "../state/hooks";
import type { CanvasNode, LinkEdge } from "../state/state";
import { strings } from "../strings";
import { DragGhost } from "./DragGhost";
import { matches } from "./matches";
import { PaletteItem } from "./PaletteItem";
import { useDragToCanvas } from "./useDragToCanvas";
import "./palette.css";

/** The component types to choose from: drag one onto the canvas, or press Enter on it. */
export function Palette() {
  const controller = useController();
  const isEditable = useEditable();
  const [query, setQuery] = useState("");
  // Only where there is little room: over the canvas, instead of a rail of icons.
  const [isExpanded, setExpanded] = useState(false);
  const root = useRef<HTMLElement>(null);
  const { drag, startDrag } = useDragToCanvas();
  const flow = useReactFlow<CanvasNode, LinkEdge>();
  const add = (type: ComponentType) => void addComponent(controller, type, { spot: spotFor(controller, flow, type) });
  const found = useMemo(() => [...componentTypes.values()].filter((info) => matches(info, query)), [query]);
  const first = found[0];

  const focusItem = (from: Element | null, step: number) => {
    const items = [...(root.current?.querySelectorAll<HTMLElement>(".palette-item") ?? [])];
    const index = (from instanceof HTMLElement ? items.indexOf(from) : -1) + step;
    items[Math.max(0, Math.min(items.length - 1, index))]?.focus();
  };

  return (
    <aside
      className={`side palette nokey${isExpanded ? " expanded" : ""}`}
      aria-label={strings.palette.label}
      ref={root}
    >
      <div className="rail-toggle">
        <Button
          icon={isExpanded ? "chevron-left" : "chevron-right"}
          label={isExpanded ? strings.palette.collapse : strings.palette.expand}
          onPress={() => setExpanded(!isExpanded)}
        />
      </div>
      <header className="side-header">
        <h2>{strings.palette.label}</h2>
        <Button
          icon="chevron-left"
          label={strings.toolbar.hidePalette}
          onPress={() => controller.setView({ palette: false })}
        />
      </header>
      <div className="side-body">
        <div className="palette-search">
          <SearchField
            label={strings.palette.search}
            value={query}
            onValue={setQuery}
            onEnter={() => first !== undefined && add(first.type)}
            onDown={() => focusItem(null, 1)}
          />
        </div>
        {found.length === 0 && <p className="hint">{strings.palette.nothing(query)}</p>}
        {lanes.map((lane) => {
          const types = found.filter((info) => info.lane === lane);
          if (types.length === 0) return null;
          return (
            <section key={lane} aria-label={strings.lanes[lane]}>
              <h3>{strings.lanes[lane]}</h3>
              {types.map((info) => (
                <PaletteItem
                  key={info.type}
                  info={info}
                  isDisabled={!isEditable}
                  onAdd={() => add(info.type)}
                  onPointerDown={(event) => startDrag(event, info)}
                  onArrow={(element, step) => focusItem(element, step)}
                />
              ))}
            </section>
          );
        })}
        <p className="hint">{strings.palette.help}</p>
      </div>
      {drag !== undefined && <DragGhost drag={drag} />}
    </aside>
  );
}
