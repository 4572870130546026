import type { App, Component, ComponentType, Service } from "../../manifest/app";
import type { ComponentOf } from "../edges";

interface Saying<Type extends ComponentType> {
  /** A few words without a full stop: `2 to 6 tasks of 1 vCPU, 4 GiB`. */
  of(component: ComponentOf<Type>, app: App): string;
}

/** What a component of each type becomes on a platform. */
export type Becomes = { readonly [Type in ComponentType]: Saying<Type> };

export function becomesOf(becomes: Becomes, component: Component, app: App): string {
  const saying: Saying<ComponentType> = becomes[component.type];
  return saying.of(component, app);
}

/** `2 to 6 tasks`, `1 task` */
export function count({ min, max }: { readonly min: number; readonly max: number }, one: string, many: string): string {
  if (min === max) return `${min} ${min === 1 ? one : many}`;
  return `${min} to ${max} ${many}`;
}

/** `0.5 vCPU, 1 GiB` */
export const size = ({ cpu, memory }: Pick<Service, "cpu" | "memory">): string => `${cpu} vCPU, ${gibibytes(memory)}`;

/** @param memory MiB */
export const gibibytes = (memory: number): string => (memory < 1024 ? `${memory} MiB` : `${memory / 1024} GiB`);
