import type { App, Component } from "../../../manifest/app";
import { cacheClasses, classOf, databaseClasses } from "../../../manifest/catalog/sizes";
import { t } from "../../../manifest/l10n";
import { type EstimateItem, hoursInMonth } from "../../estimate";
import { estimate } from "./estimate";
import { always } from "./line";
import { address } from "./tasks";

/** One value that a field may have, and what it comes to. */
export interface PriceChoice {
  readonly value: string;
  /** What it is on AWS: `db.t4g.small`. */
  readonly means: string;
  /** US dollars for a month; absent when it is unknown. */
  readonly idle?: number;
}

const classes: Partial<Record<Component["type"], Readonly<Record<string, string>>>> = {
  postgres: databaseClasses,
  mysql: databaseClasses,
  redis: cacheClasses,
};

/** What each size of a database or a cache costs, all else as it is. Empty for what has no sizes. */
export function sizeChoices(app: App, name: string): readonly PriceChoice[] {
  const component = app.components.get(name);
  const sizes = component && classes[component.type];
  if (component === undefined || sizes === undefined) return [];
  return Object.keys(sizes).map((size): PriceChoice => {
    // A data store stands alone: nothing of it depends on who is connected to it, so this is quick.
    const alone = { ...app, overrides: [], components: new Map([[name, { ...component, size } as Component]]) };
    const machine = estimate(alone).items.find(isMachine);
    const means = classOf(size, sizes);
    return { value: size, means, ...(machine?.idle !== undefined && { idle: machine.idle }) };
  });
}

/** What each way out of the network costs, all else as it is: gateways, endpoints and public addresses together. */
export function egressChoices(app: App): readonly PriceChoice[] {
  if (app.network.vpc) return [];
  return (["public", "nat", "natPerAz", "endpoints"] as const).map((egress): PriceChoice => {
    const network = { ...app.network, egress };
    const items = estimate({ ...app, overrides: [], network }).items.filter(isWayOut);
    const isKnown = items.every((item) => item.idle !== undefined);
    const idle = items.reduce((total, item) => total + (item.idle ?? 0), 0);
    return { value: egress, means: meansOf(items), ...(isKnown && { idle }) };
  });
}

/** Addresses of tasks belong to their components; together they are one thing to pay for. */
function meansOf(items: readonly EstimateItem[]): string {
  const shared = items.filter(({ component }) => component === undefined).map(({ text }) => text);
  const hours = items
    .filter(({ component }) => component !== undefined)
    .reduce((total, { quantity }) => total + quantity.idle, 0);
  const addresses = address(always(hours / hoursInMonth), t`of a task`, t`of tasks`);
  return (
    [...shared, ...(hours > 0 && addresses.count ? [addresses.text(addresses.count)] : [])].join(", ") ||
    t`nothing to pay`
  );
}

const isMachine = ({ unit }: EstimateItem): boolean => unit.name === "instance-hour" || unit.name === "node-hour";
const isWayOut = ({ component, unit, text }: EstimateItem): boolean =>
  component === undefined ? /^(address-)?hour$/.test(unit.name) : /\bof (a task|tasks)$/.test(text);
