import { Fragment, type KeyboardEvent, useEffect, useMemo, useRef } from "react";
import { useReactFlow } from "reactflow";
import type { Position } from "../../extension/manifest/edit/operation";
import { ConnectBar } from "../canvas/ConnectBar";
import { contextOf } from "../canvas/focusTarget";
import { press } from "../canvas/useShortcuts";
import { Button } from "../controls/Button";
import { FindBar } from "../find/FindBar";
import { ContextMenu } from "../menu/ContextMenu";
import { isChord } from "../menu/chord";
import { copy, cut, paste } from "../state/clipboard";
import type { Controller } from "../state/controller";
import { useCanvas, useController } from "../state/hooks";
import { select } from "../state/select";
import type { CanvasNode, LinkEdge } from "../state/state";
import { strings } from "../strings";
import { Row } from "./Row";
import { rowsByLane } from "./rows";
import "./list.css";

/**
 * The components as a table, for those who prefer one: the same selection, the same keys and the same menus as on the
 * canvas, but nothing has a place.
 */
export function ListView() {
  const controller = useController();
  const flow = useReactFlow<CanvasNode, LinkEdge>();
  const root = useRef<HTMLTableElement>(null);
  const picture = useCanvas((state) => state.picture);
  const selected = useCanvas((state) => state.selected);
  const at = useCanvas((state) => state.connecting?.at);
  const lanes = useMemo(() => (picture === undefined ? [] : rowsByLane(picture)), [picture]);
  const names = useMemo(() => lanes.flatMap(({ rows }) => rows.map(({ component }) => component.name)), [lanes]);
  const chosen = useMemo(() => new Set(selected), [selected]);
  const stop = names.find((name) => chosen.has(name)) ?? names[0];
  const hasGroups = useCanvas((state) => (state.picture?.groups.length ?? 0) > 0);
  const shown = useCanvas((state) => state.shown);

  useEffect(() => {
    const name = at ?? shown?.name;
    if (name !== undefined) rowOf(root.current, name)?.scrollIntoView({ block: "nearest" });
  }, [at, shown]);

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const focused = (event.target as Element).closest<HTMLElement>("[data-name]")?.dataset["name"];
    const isRow = focused !== undefined && event.target instanceof HTMLTableRowElement;
    if (!isRow) return;
    const isConnecting = controller.store.get().connecting?.by === "keyboard";
    const done =
      (!isConnecting &&
        (pressRow(controller, names, focused, event, root.current) ||
          pressClipboard(controller, event, contextOf(controller, flow).at))) ||
      press(controller, event.nativeEvent, () => contextOf(controller, flow));
    if (!done) return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <section className="list" aria-label={strings.list.label}>
      <div className="list-bar">
        <Button icon="type-hierarchy" onPress={() => controller.setView({ list: false })}>
          {strings.list.onCanvas}
        </Button>
        <FindBar />
      </div>
      {names.length === 0 && <p className="hint">{strings.list.empty}</p>}
      {names.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is a table that keys go through.
        <table ref={root} role="grid" aria-label={strings.list.label} aria-multiselectable="true" onKeyDown={onKeyDown}>
          <thead>
            <tr>
              <th scope="col">{strings.list.name}</th>
              <th scope="col">{strings.list.type}</th>
              {hasGroups && <th scope="col">{strings.list.group}</th>}
              <th scope="col">{strings.list.summary}</th>
              <th scope="col">{strings.list.price}</th>
              <th scope="col">{strings.list.problems}</th>
              <th scope="col">{strings.list.links}</th>
              <th scope="col">
                <span className="visually-hidden">{strings.menu.label}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {lanes.map(({ lane, rows }) => (
              <Fragment key={lane}>
                <tr className="list-lane">
                  <th colSpan={hasGroups ? 8 : 7} scope="rowgroup">
                    {strings.lanes[lane]}
                  </th>
                </tr>
                {rows.map((row) => {
                  const { name } = row.component;
                  return (
                    <Row
                      key={name}
                      row={row}
                      isSelected={chosen.has(name)}
                      isStop={name === stop}
                      isTarget={name === at}
                      hasGroup={hasGroups}
                      controller={controller}
                    />
                  );
                })}
              </Fragment>
            ))}
          </tbody>
        </table>
      )}
      <ConnectBar />
      <ContextMenu />
    </section>
  );
}

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, Home: -Infinity, End: Infinity };

/** Goes to another row, which is selected; with Shift it is added to what is. */
function pressRow(
  { store }: Controller,
  names: readonly string[],
  from: string,
  event: KeyboardEvent,
  table: Element | null,
): boolean {
  if (event.key === "Enter" || event.key === " ") {
    store.update((state) => select(state, [from]));
    return true;
  }
  // Nothing has a place here that it could be pushed from.
  if ((event.key === "ArrowLeft" || event.key === "ArrowRight") && !event.altKey) return true;
  const step = steps[event.key];
  if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return false;
  const index = Math.min(names.length - 1, Math.max(0, names.indexOf(from) + step));
  const name = names[index];
  if (name === undefined) return false;
  store.update((state) => select(state, event.shiftKey ? [...new Set([...state.selected, name])] : [name]));
  rowOf(table, name)?.focus();
  return true;
}

function pressClipboard(controller: Controller, event: KeyboardEvent, at: Position): boolean {
  if (isChord(event, "Ctrl+C")) copy(controller);
  else if (isChord(event, "Ctrl+X")) void cut(controller);
  else if (isChord(event, "Ctrl+V")) void paste(controller, at);
  else return false;
  return true;
}

function rowOf(table: Element | null, name: string): HTMLElement | null {
  return table?.querySelector<HTMLElement>(`[data-name="${CSS.escape(name)}"]`) ?? null;
}
