import { entriesOf, itemsOf, textAt, textOf, type Value } from "../value";

export interface Port {
  /** In the container. */
  readonly target: number;
  readonly published: boolean;
}

/** What speaks another protocol than HTTP, or HTTP within TLS that ends at the load balancer. */
const notHttp = new Set([
  21, 22, 23, 25, 53, 110, 143, 161, 443, 465, 514, 587, 636, 993, 995, 1025, 1883, 2222, 3478, 8443, 8883,
]);
/** Where a protocol is what managed stores speak. */
const stores = new Set([5432, 3306, 6379, 33060]);

/** The ports of a service in Compose's forms: `80`, `8080:80`, `127.0.0.1:8080:80/tcp`, `{ target: 80 }`. */
export function portsOf(ports: Value | undefined, expose: Value | undefined): readonly Port[] {
  const published = itemsOf(ports).flatMap((item) => portIn(item, true) ?? []);
  return [...published, ...itemsOf(expose).flatMap((item) => portIn(item, false) ?? [])];
}

function portIn(item: Value, published: boolean): Port | undefined {
  if (item.kind === "map") {
    const udp = textAt(item, "protocol") === "udp";
    const target = Number(textAt(item, "target"));
    return udp || !isPort(target) || entriesOf(item).length === 0 ? undefined : { target, published };
  }
  const match = /(?:^|:)(\d+)(?:-\d+)?(?:\/(\w+))?$/.exec(textOf(item) ?? "");
  const target = Number(match?.[1]);
  return match === null || match[2] === "udp" || !isPort(target) ? undefined : { target, published };
}

/** The ports of the machine that are published: the 8080 of `8080:80`. */
export function publishedPorts(ports: Value | undefined): readonly number[] {
  return itemsOf(ports).flatMap((item) => {
    const text =
      item.kind === "map" ? textAt(item, "published") : /(?:^|:)(\d+):\d+(?:\/tcp)?$/.exec(textOf(item) ?? "")?.[1];
    return isPort(Number(text)) ? [Number(text)] : [];
  });
}

export const isPort = (port: number): boolean => Number.isInteger(port) && port >= 1 && port <= 65_535;

/** The one that answers HTTP, as far as a number can tell: a published one, and the first of those. */
export function httpPort(ports: readonly Port[]): Port | undefined {
  const likely = ports.filter(({ target }) => !notHttp.has(target) && !stores.has(target));
  return likely.find(({ published }) => published) ?? likely[0];
}

/** The port for others in the network, where none answers HTTP. */
export const anyPort = (ports: readonly Port[]): Port | undefined => ports.find(({ target }) => target !== 443);
