import type { Route } from "../../manifest/app";

/** Routes in the order in which a server that takes the first that fits has to try them: a named host, then a longer path. */
export function inOrder(routes: readonly Route[]): readonly Route[] {
  return [...routes].sort(
    (a, b) =>
      rankOf(a) - rankOf(b) ||
      b.path.length - a.path.length ||
      (`${a.host} ${a.path}` < `${b.host} ${b.path}` ? -1 : 1),
  );
}

/** A host, then a pattern of hosts, then any. */
const rankOf = ({ host }: Route): number => (host === undefined ? 2 : host.startsWith("*.") ? 1 : 0);

/** The patterns that a route's path stands for, as on AWS: `/api` takes `/api` and all below it. None for all paths. */
export function patternsOf({ path }: Route): readonly string[] {
  if (path === "/" || path === "/*") return [];
  if (path.endsWith("*")) return [path];
  return path.endsWith("/") ? [`${path}*`] : [path, `${path}/*`];
}
