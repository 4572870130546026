import { useEffect, useRef } from "react";
import { Button } from "../controls/Button";
import { useCanvas, useController } from "../state/hooks";
import { strings } from "../strings";
import { showChord } from "./chord";
import { type Command, labelOf, moreOf } from "./command";
import { commands } from "./commands/all";

/** Every key and gesture of the canvas. */
export function ShortcutsHelp() {
  const isOpen = useCanvas((state) => state.help);
  return isOpen ? <Help /> : null;
}

function Help() {
  const { store } = useController();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    box.current?.focus();
    return () => {
      if (before instanceof HTMLElement || before instanceof SVGElement) before.focus();
    };
  }, []);
  const close = () => store.update((state) => ({ ...state, help: false }));
  return (
    <div
      className="help-back nokey"
      onPointerDown={(event) => {
        if (event.target === event.currentTarget) close();
      }}
    >
      <div
        ref={box}
        className="help"
        role="dialog"
        aria-modal="true"
        aria-label={strings.shortcuts.title}
        tabIndex={-1}
        onKeyDown={(event) => {
          if (event.key === "Escape") close();
          // The only thing in it that takes the focus is the button that closes it.
          if (event.key === "Tab") event.preventDefault();
        }}
      >
        <header>
          <h2>{strings.shortcuts.title}</h2>
          <Button icon="close" label={strings.shortcuts.close} onPress={close} />
        </header>
        <div className="help-columns">
          <Keys title={strings.shortcuts.keyboard} rows={strings.shortcuts.gestures} />
          <Keys title={strings.shortcuts.pointer} rows={strings.shortcuts.drags} />
          <Keys title={strings.shortcuts.commands} rows={rowsOf(commands)} />
        </div>
      </div>
    </div>
  );

  function rowsOf(some: readonly Command[]): readonly (readonly [string, string])[] {
    return some.flatMap((command): readonly (readonly [string, string])[] => {
      const more = moreOf(command, store.get());
      if (more !== undefined) {
        const parent = labelOf(command, store.get(), { kind: "canvas" });
        return rowsOf(more).map(([keys, label]) => [keys, `${parent}: ${label}`]);
      }
      const keys = command.keys ?? [];
      if (keys.length === 0) return [];
      return [[keys.map((chord) => showChord(chord)).join(", "), labelOf(command, store.get(), { kind: "canvas" })]];
    });
  }
}

interface KeysProps {
  readonly title: string;
  readonly rows: readonly (readonly [keys: string, meaning: string])[];
}

function Keys({ title, rows }: KeysProps) {
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <dl>
        {rows.map(([keys, meaning]) => (
          <div className="help-row" key={`${keys} ${meaning}`}>
            <dt>{meaning}</dt>
            <dd>
              {keys.split(", ").map((chord) => (
                <kbd key={chord}>{chord}</kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
