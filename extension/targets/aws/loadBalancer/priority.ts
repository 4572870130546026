import type { Route } from "../../../manifest/app";
import { hashNumber } from "../hash";

/** AWS takes 1 to 50,000. */
const highest = 50_000;
const longestPath = 128;
/** A host by its name, a host by a pattern, any host; for each, paths by length, and of one length `/a` before `/a*`. */
const buckets = 3 * (longestPath + 1) * 2;
const slots = Math.floor(highest / buckets);

/**
 * The priority of each route: a host before none, a longer path before a shorter one. CloudFormation changes rules one
 * by one, and fails when a priority is taken for a moment; so a route's priority depends on the route itself, and
 * another route moves it only when both fall on the same number.
 * @returns in the order of the given routes
 */
export function priorities(routes: readonly Route[]): number[] {
  const taken = new Set<number>();
  const result = new Map<Route, number>();
  for (const route of [...routes].sort((a, b) => compare(keyOf(a), keyOf(b)))) {
    const first = bucketOf(route) * slots;
    let slot = hashNumber(keyOf(route)) % slots;
    while (taken.has(first + slot)) slot = (slot + 1) % (highest - first);
    taken.add(first + slot);
    result.set(route, first + slot + 1);
  }
  return routes.map((route) => result.get(route) ?? highest);
}

/** What tells a route from the others of its load balancer. */
export function keyOf(route: Route): string {
  return `${route.host ?? ""} ${route.path}`;
}

function bucketOf({ host, path }: Route): number {
  const kind = host === undefined ? 2 : host.startsWith("*.") ? 1 : 0;
  const length = Math.min(path.replace(/\*$/, "").length, longestPath);
  const open = path.endsWith("*") ? 1 : 0;
  return (kind * (longestPath + 1) + (longestPath - length)) * 2 + open;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
