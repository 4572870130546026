import type { Component, ComponentType } from "../../manifest/app";
import type { ComponentOf } from "../edges";
import { addCache } from "./cache";
import type { Context } from "./context";
import { addDatabase } from "./database";
import { addLoadBalancer } from "./loadBalancer/loadBalancer";
import { addCron } from "./schedule/schedule";
import { addService } from "./service";

interface Maker<Type extends ComponentType> {
  /** Where its resources stand in the template: from what is public to what holds data. */
  readonly rank: number;
  make(context: Context, component: ComponentOf<Type>): void;
}
type Makers = { readonly [Type in ComponentType]: Maker<Type> };

/** What each type of component becomes. A new type is one entry here. */
const makers: Makers = {
  "load-balancer": { rank: 0, make: addLoadBalancer },
  web: { rank: 1, make: addService },
  worker: { rank: 2, make: addService },
  cron: { rank: 3, make: addCron },
  postgres: { rank: 4, make: addDatabase },
  mysql: { rank: 4, make: addDatabase },
  redis: { rank: 5, make: addCache },
};

/** Adds the resources of all components, by type and then by name. */
export function addComponents(context: Context, components: readonly Component[]): void {
  const ranked = [...components].sort((a, b) => makers[a.type].rank - makers[b.type].rank);
  for (const component of ranked) {
    const maker: Maker<ComponentType> = makers[component.type];
    maker.make(context, component);
  }
}
