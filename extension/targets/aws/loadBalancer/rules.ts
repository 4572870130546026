import type { LoadBalancer, Route } from "../../../manifest/app";
import type { Draft } from "../draft";
import { ref } from "../intrinsic";
import { partId } from "../logicalId";
import { at } from "../place";
import type { Properties, Value } from "../template";
import { keyOf, priorities } from "./priority";
import { targetGroupId } from "./targets";

/** A route for every host and every path: the listener's own action. */
export function defaultRoute(routes: readonly Route[]): Route | undefined {
  return routes.find((route) => route.host === undefined && route.path === "/");
}

/** What a request gets that no rule wants. */
export function defaultAction(balancer: LoadBalancer): Value {
  const route = defaultRoute(balancer.routes);
  return route ? forward(balancer, route) : notFound;
}

/** One rule for each route but the default one. */
export function addRules(draft: Draft, balancer: LoadBalancer, listener: string): void {
  const fallback = defaultRoute(balancer.routes);
  const routes = balancer.routes.filter((route) => route !== fallback);
  const numbers = priorities(routes);
  const rules = routes.map((route, index) => ({ route, priority: numbers[index] ?? 0 }));
  for (const { route, priority } of rules.sort((a, b) => a.priority - b.priority)) {
    const index = balancer.routes.indexOf(route);
    draft.add(
      at(balancer.name, "routes", index),
      ruleId(balancer, route),
      "AWS::ElasticLoadBalancingV2::ListenerRule",
      {
        ListenerArn: ref(listener),
        Priority: priority,
        Conditions: conditions(route),
        Actions: [forward(balancer, route)],
      },
    );
  }
}

export function ruleId(balancer: LoadBalancer, route: Route): string {
  // Always with a hash: hosts and paths have more letters than an id can have.
  return partId(balancer.name, "Route", ` ${keyOf(route)}`);
}

function forward(balancer: LoadBalancer, route: Route): Value {
  return { Type: "forward", TargetGroupArn: ref(targetGroupId(balancer, route)) };
}

const notFound: Value = {
  Type: "fixed-response",
  FixedResponseConfig: { StatusCode: "404", ContentType: "text/plain", MessageBody: "Not found" },
};

function conditions(route: Route): Properties[] {
  const host = route.host === undefined ? [] : [{ Field: "host-header", HostHeaderConfig: hostPattern(route.host) }];
  const path = patterns(route.path);
  return [...host, ...(path.length > 0 ? [{ Field: "path-pattern", PathPatternConfig: { Values: path } }] : [])];
}

/** AWS's own `*` also stands for several labels, so one label is said by a regular expression. */
function hostPattern(host: string): Properties {
  if (!host.startsWith("*.")) return { Values: [host] };
  return { RegexValues: [`^[^.]+\\.${host.slice(2).replaceAll(".", "\\.")}$`] };
}

/** `/admin` takes `/admin` and all below it, not `/administrator`; `/admin*` takes that too. */
function patterns(path: string): string[] {
  if (path === "/" || path === "/*") return [];
  if (path.endsWith("*")) return [path];
  return path.endsWith("/") ? [`${path}*`] : [path, `${path}/*`];
}
