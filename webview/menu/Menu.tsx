import { useEffect, useLayoutEffect, useRef, useState } from "react";
import type { State } from "../state/state";
import { showChord } from "./chord";
import { type Command, labelOf, moreOf } from "./command";
import type { MenuTarget } from "./target";
import "./menu.css";

interface MenuProps {
  readonly label: string;
  readonly commands: readonly Command[];
  readonly state: State;
  readonly target: MenuTarget;
  /** In pixels of the window. */
  readonly x: number;
  readonly y: number;
  /** A menu inside a menu opens on the other side when there is no room: this far to the left. */
  readonly besides?: number;
  readonly onChoose: (command: Command) => void;
  /** Escape, or for a menu inside a menu the arrow that leads back. */
  readonly onClose: () => void;
}

/** A menu as VS Code draws it, with the keys of the ARIA menu pattern. */
export function Menu({ label, commands, state, target, x, y, besides = 0, onChoose, onClose }: MenuProps) {
  const root = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState({ x, y });
  const [open, setOpen] = useState<{ readonly command: Command; readonly x: number; readonly y: number } | undefined>();

  useLayoutEffect(() => {
    const box = root.current?.getBoundingClientRect();
    if (box === undefined) return;
    const right = x + box.width > window.innerWidth ? Math.max(0, x - box.width - besides) : x;
    setAt({ x: right, y: Math.max(0, Math.min(y, window.innerHeight - box.height - 4)) });
  }, [x, y, besides]);

  useEffect(() => {
    root.current?.querySelector<HTMLElement>("[role=menuitem]")?.focus();
  }, []);

  const choose = (command: Command, item: HTMLElement) => {
    if (command.whyNot?.(state, target) !== undefined) return;
    if (command.more === undefined) {
      onChoose(command);
      return;
    }
    const box = item.getBoundingClientRect();
    setOpen({ command, x: box.right, y: box.top - 5 });
  };

  return (
    <>
      <div
        ref={root}
        className="menu nokey"
        role="menu"
        aria-label={label}
        tabIndex={-1}
        style={{ left: at.x, top: at.y }}
        onKeyDown={(event) => {
          event.stopPropagation();
          const items = [...event.currentTarget.querySelectorAll<HTMLElement>("[role=menuitem]")];
          const index = items.indexOf(document.activeElement as HTMLElement);
          const focus = (to: number) => items.at(to % items.length)?.focus();
          const { key } = event;
          const command = commands[index];
          if (key === "ArrowDown") focus(index + 1);
          else if (key === "ArrowUp") focus(index < 0 ? -1 : index - 1);
          else if (key === "Home") focus(0);
          else if (key === "End") focus(-1);
          else if (key === "Escape" || key === "Tab" || (key === "ArrowLeft" && besides > 0)) onClose();
          else if (key === "ArrowRight" && command?.more !== undefined)
            choose(command, items[index] ?? event.currentTarget);
          else if (key.length === 1 && !event.ctrlKey && !event.metaKey) {
            const next = [...items.slice(index + 1), ...items.slice(0, index + 1)];
            next.find((item) => item.textContent?.toLowerCase().startsWith(key.toLowerCase()))?.focus();
          } else if (key !== "Enter" && key !== " ") return;
          if (key !== "Enter" && key !== " ") event.preventDefault();
        }}
        onContextMenu={(event) => event.preventDefault()}
      >
        {commands.map((command, index) => {
          const reason = command.whyNot?.(state, target);
          const before = commands[index - 1];
          return (
            <div key={command.id} role="presentation">
              {before !== undefined && before.part !== command.part && <hr />}
              <button
                type="button"
                role="menuitem"
                tabIndex={-1}
                aria-disabled={reason !== undefined}
                title={reason}
                {...(command.more === undefined
                  ? {}
                  : { "aria-haspopup": "menu" as const, "aria-expanded": open?.command === command })}
                onPointerMove={(event) => {
                  if (open?.command === command) return;
                  event.currentTarget.focus();
                  setOpen(undefined);
                  if (command.more !== undefined) choose(command, event.currentTarget);
                }}
                onClick={(event) => choose(command, event.currentTarget)}
              >
                <span className={`codicon codicon-${command.icon ?? "blank"}`} aria-hidden="true" />
                <span className="menu-label">{labelOf(command, state, target)}</span>
                {command.more !== undefined && <span className="codicon codicon-chevron-right" aria-hidden="true" />}
                {command.keys?.[0] !== undefined && (
                  <span className="menu-keys" aria-hidden="true">
                    {showChord(command.keys[0])}
                  </span>
                )}
              </button>
            </div>
          );
        })}
      </div>
      {open?.command.more !== undefined && (
        <Menu
          key={open.command.id}
          label={labelOf(open.command, state, target)}
          commands={moreOf(open.command, state) ?? []}
          state={state}
          target={target}
          x={open.x}
          y={open.y}
          besides={root.current?.offsetWidth ?? 1}
          onChoose={onChoose}
          onClose={() => {
            const items = [...(root.current?.querySelectorAll<HTMLElement>("[role=menuitem]") ?? [])];
            setOpen(undefined);
            items[commands.indexOf(open.command)]?.focus();
          }}
        />
      )}
    </>
  );
}
