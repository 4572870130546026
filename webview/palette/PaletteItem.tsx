import type { PointerEvent } from "react";
import type { ComponentTypeInfo } from "../../extension/manifest/schema";
import { accentOf } from "../components/componentInfo";
import { strings } from "../strings";

interface PaletteItemProps {
  readonly info: ComponentTypeInfo;
  readonly isDisabled: boolean;
  readonly onAdd: () => void;
  readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void;
  readonly onArrow: (element: HTMLElement, step: number) => void;
}

export function PaletteItem({ info, isDisabled, onAdd, onPointerDown, onArrow }: PaletteItemProps) {
  return (
    <button
      type="button"
      className="palette-item"
      style={{ ["--accent" as string]: accentOf(info.type) }}
      title={info.description}
      aria-label={strings.palette.add(info.label)}
      disabled={isDisabled}
      onClick={onAdd}
      onPointerDown={onPointerDown}
      onKeyDown={(event) => {
        if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
        event.preventDefault();
        onArrow(event.currentTarget, event.key === "ArrowDown" ? 1 : -1);
      }}
    >
      <span className={`codicon codicon-${info.icon}`} aria-hidden="true" />
      <span className="palette-label">{info.label}</span>
    </button>
  );
}
