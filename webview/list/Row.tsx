import { type MouseEvent, memo } from "react";
import { accentOf, iconOf, labelOf } from "../components/componentInfo";
import { Button } from "../controls/Button";
import { PriceTag } from "../price/PriceTag";
import type { Controller } from "../state/controller";
import { select } from "../state/select";
import { strings } from "../strings";
import type { ListRow } from "./rows";

interface RowProps {
  readonly row: ListRow;
  readonly isSelected: boolean;
  /** The row that the Tab key leads to. */
  readonly isStop: boolean;
  /** The end that is chosen for a connection. */
  readonly isTarget: boolean;
  /** Whether there is a column for groups. */
  readonly hasGroup: boolean;
  readonly controller: Controller;
}

/** One component of the list. */
export const Row = memo(function Row({ row, isSelected, isStop, isTarget, hasGroup, controller }: RowProps) {
  const { component, problems, group, links } = row;
  const { name, type, summary, price } = component;
  const { store } = controller;
  const openMenu = (x: number, y: number) => {
    store.update((state) => ({
      ...(state.selected.includes(name) ? state : select(state, [name])),
      menu: { x, y, target: { kind: "cards" } },
    }));
  };
  const onClick = (event: MouseEvent) => {
    const isAdded = event.ctrlKey || event.metaKey || event.shiftKey;
    store.update((state) => {
      if (!isAdded) return select(state, [name]);
      const others = state.selected.filter((other) => other !== name);
      return select(state, others.length === state.selected.length ? [...others, name] : others);
    });
  };
  return (
    <tr
      data-name={name}
      className={isTarget ? "target" : ""}
      aria-selected={isSelected}
      tabIndex={isStop ? 0 : -1}
      onClick={onClick}
      onDoubleClick={() => controller.send({ type: "reveal", path: ["components", name] })}
      onContextMenu={(event) => {
        event.preventDefault();
        openMenu(event.clientX, event.clientY);
      }}
    >
      <th scope="row">{name}</th>
      <td>
        <span className={`codicon codicon-${iconOf(type)}`} style={{ color: accentOf(type) }} aria-hidden="true" />{" "}
        {labelOf(type)}
      </td>
      {hasGroup && <td>{group}</td>}
      <td>{summary}</td>
      <td>{price !== undefined && <PriceTag price={price} />}</td>
      <td title={problems.map(({ message }) => message).join("\n")}>
        {problems.length === 0 ? (
          <span className="dim">{strings.list.noProblems}</span>
        ) : (
          <button
            type="button"
            className="list-problem"
            tabIndex={-1}
            onClick={() => controller.send({ type: "revealOffset", offset: problems[0]?.offset ?? 0 })}
          >
            <span
              className={`codicon codicon-${problems.some(({ severity }) => severity === "error") ? "error severity-error" : "warning severity-warning"}`}
              aria-hidden="true"
            />
            {problems[0]?.message}
            {problems.length > 1 && ` (+${problems.length - 1})`}
          </button>
        )}
      </td>
      <td>{links.join(", ")}</td>
      <td className="list-actions">
        <Button
          icon="ellipsis"
          label={strings.list.actions(name)}
          onPress={() => {
            const box = document.querySelector(`.list [data-name="${CSS.escape(name)}"] .list-actions`);
            const { left, bottom } = box?.getBoundingClientRect() ?? { left: 0, bottom: 0 };
            openMenu(left, bottom);
          }}
        />
      </td>
    </tr>
  );
});
