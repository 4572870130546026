import { useEffect, useMemo, useRef, useState } from "react";
import { focusCard } from "../canvas/focusCard";
import { Button } from "../controls/Button";
import { useCanvas, useController } from "../state/hooks";
import { show } from "../state/select";
import { strings } from "../strings";
import { FoundMarks } from "./FoundMarks";
import { matches } from "./matches";
import "./find.css";

/** Finds components as VS Code finds text: marks all, goes from one to the next, and gives the focus back. */
export function FindBar() {
  const isOpen = useCanvas((state) => state.finding);
  return isOpen ? <Bar /> : null;
}

function Bar() {
  const controller = useController();
  const { store } = controller;
  const field = useRef<HTMLInputElement>(null);
  const before = useRef(document.activeElement);
  const [query, setQuery] = useState("");
  const [at, setAt] = useState<number>();
  const picture = useCanvas((state) => state.picture);
  const found = useMemo(
    () => (picture === undefined ? [] : matches(query, picture.components, picture.problems)),
    [query, picture],
  );
  useEffect(() => field.current?.focus(), []);

  const go = (step: 1 | -1) => {
    if (found.length === 0) return;
    const next = at === undefined ? (step > 0 ? 0 : found.length - 1) : (at + step + found.length) % found.length;
    const name = found[next];
    if (name === undefined) return;
    setAt(next);
    store.update((state) => show(state, name));
    controller.announce(strings.find.said(name, next + 1, found.length));
  };
  const close = () => {
    store.update((state) => ({ ...state, finding: false }));
    const name = at === undefined ? undefined : found[at];
    if (name !== undefined && !store.get().view.list) focusCard(controller, name);
    else if (before.current instanceof HTMLElement || before.current instanceof SVGElement) before.current.focus();
  };
  const count =
    query.trim() === ""
      ? ""
      : found.length === 0
        ? strings.find.none
        : strings.find.place((at ?? -1) + 1, found.length);

  return (
    <>
      <FoundMarks names={found} current={at === undefined ? undefined : found[at]} />
      <search
        className="find nokey"
        aria-label={strings.find.label}
        onKeyDown={(event) => {
          if (event.key === "Escape") close();
          else if (event.key === "Enter" || event.key === "F3") go(event.shiftKey ? -1 : 1);
          else return;
          event.preventDefault();
          event.stopPropagation();
        }}
      >
        <input
          ref={field}
          type="text"
          value={query}
          placeholder={strings.find.placeholder}
          aria-label={strings.find.label}
          spellCheck={false}
          onChange={(event) => {
            setQuery(event.target.value);
            setAt(undefined);
          }}
        />
        <span className={`find-count${query !== "" && found.length === 0 ? " none" : ""}`} role="status">
          {count}
        </span>
        <Button icon="arrow-up" label={strings.find.previous} disabled={found.length === 0} onPress={() => go(-1)} />
        <Button icon="arrow-down" label={strings.find.next} disabled={found.length === 0} onPress={() => go(1)} />
        <Button icon="close" label={strings.find.close} onPress={close} />
      </search>
    </>
  );
}
