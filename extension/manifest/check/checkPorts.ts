import { t } from "../l10n";
import type { PortUse, RouteUse } from "../meaning/summarize";
import { type Problem, problemCodes } from "../problem";
import type { PlacedEntry } from "../syntax/place";
import type { FoundComponent } from "./checkComponents";
import type { FoundEnvironment } from "./checkEnvironments";

/** A port, with its place in this version of the text. */
export function placedPort(entry: PlacedEntry | undefined, { number, range }: PortUse): PortUse {
  return { number, range: entry?.placed.range(range) ?? range };
}

/** A route that leads to another port than the one that is listened on. */
export function portMismatch(balancer: string, to: string, route: PortUse, listens: PortUse): Problem {
  return {
    code: "port-mismatch",
    severity: problemCodes["port-mismatch"],
    message: t`The route leads to port ${route.number}, and \`${to}\` listens on ${listens.number}.`,
    range: route.range,
    component: balancer,
    related: [{ range: listens.range, message: t`\`${to}\` listens here.` }],
    data: { replacement: String(listens.number) },
  };
}

/** The other end: what an environment listens on is not where the base's route leads. */
function otherPort(environment: string, to: string, listens: PortUse, route: PortUse): Problem {
  return {
    code: "port-mismatch",
    severity: problemCodes["port-mismatch"],
    message: t`In \`${environment}\`, \`${to}\` listens on ${listens.number}, and a route leads to its port ${route.number}.`,
    range: listens.range,
    component: to,
    related: [{ range: route.range, message: t`The route is here.` }],
    data: { replacement: String(route.number) },
  };
}

/** Routes and ports of which an environment has at least one; what the base says alone is told there. */
export function checkPorts(
  { unit, entry }: FoundEnvironment,
  components: ReadonlyMap<string, FoundComponent>,
): readonly Problem[] {
  const changed = new Map(unit.overrides.map(({ name, summary }) => [name, summary]));
  // Most environments change neither.
  if (![...changed.values()].some((summary) => summary?.port !== undefined || (summary?.routes.length ?? 0) > 0))
    return [];
  const problems: Problem[] = [];
  const look = (balancer: string, { to, port }: RouteUse, from: PlacedEntry): void => {
    const own = changed.get(to)?.port;
    const base = components.get(to);
    const listens = own ?? base?.unit.summary?.port;
    if (port === undefined || listens === undefined || listens.number === port.number) return;
    const route = placedPort(from, port);
    const place = placedPort(own === undefined ? base?.entry : entry, listens);
    if (from === entry) problems.push(portMismatch(balancer, to, route, place));
    else if (own !== undefined) problems.push(otherPort(unit.name, to, place, route));
  };
  for (const [name, base] of components) {
    // A list replaces the base's.
    const own = changed.get(name)?.routes ?? [];
    const routes = own.length > 0 ? own : (base.unit.summary?.routes ?? []);
    for (const route of routes) look(name, route, own.length > 0 ? entry : base.entry);
  }
  return problems;
}
