import type { ComponentType } from "../../extension/manifest/app";
import { type ComponentTypeInfo, componentTypes } from "../../extension/manifest/schema";
import type { Lane } from "../layout/box";

/** What is known about a type as it is written; undefined for one that does not exist. */
export function infoOf(type: string): ComponentTypeInfo | undefined {
  return componentTypes.get(type as ComponentType);
}

/** A component whose type is unknown stands with those that run privately. */
export function laneOf(type: string): Lane {
  return infoOf(type)?.lane ?? "private";
}

/** As the user calls it; for an unknown type, as it is written. */
export function labelOf(type: string): string {
  return infoOf(type)?.label ?? type;
}

/** `charts.blue` is `--vscode-charts-blue`. Some themes have it half transparent, some not at all. */
export function accentOf(type: string): string {
  const token = (infoOf(type)?.accent ?? "descriptionForeground").replaceAll(".", "-");
  return `rgb(from var(--vscode-${token}, var(--vscode-foreground)) r g b / 1)`;
}

export function iconOf(type: string): string {
  return infoOf(type)?.icon ?? "question";
}

/** Whether links can start from it, and whether they can lead to it. */
export function portsOf(type: string): { readonly out: boolean; readonly in: boolean } {
  const info = infoOf(type);
  if (info === undefined) return { out: false, in: false };
  return {
    out: info.connects.length > 0,
    in: [...componentTypes.values()].some((other) => other.connects.includes(info.type)),
  };
}
