import type { LoadBalancer, Route } from "../../../manifest/app";
import { inOrder, patternsOf } from "../../export/order";
import { type Block, type Body, block, blocks, type Code, code, resource } from "../hcl";
import { nameOf } from "../names";
import type { GoogleContext } from "./context";

export const backendOf = (web: string): Code => code(`google_compute_backend_service.${nameOf(web)}.id`);

/** Which request goes to which backend. A named host is its own list, which ends with the routes of every host. */
export function urlMap(context: GoogleContext, balancer: LoadBalancer): Block {
  const routes = inOrder(balancer.routes);
  const hosts = [...new Set(routes.flatMap(({ host }) => (host === undefined ? [] : [host])))];
  const { service, rules } = listFor(routes, undefined);
  const matchers = [...hosts, ...(rules.length > 0 ? ["*"] : [])].map((host, index) => {
    const found = host === "*" ? { service, rules } : listFor(routes, host);
    return { host, name: `hosts-${index + 1}`, ...found };
  });
  return resource("google_compute_url_map", nameOf(balancer.name), {
    name: context.named(63, balancer.name),
    ...fallback(balancer, service),
    host_rule: blocks(matchers.map(({ host, name }) => ({ hosts: [host], path_matcher: name }))),
    path_matcher: blocks(
      matchers.map(({ name, service: last, rules: own }) => ({
        name,
        ...fallback(balancer, last),
        route_rules: blocks(own),
      })),
    ),
  });
}

/** The rules for a host, in the order in which they are tried, up to one that takes everything. */
function listFor(routes: readonly Route[], host: string | undefined): { service: string | undefined; rules: Body[] } {
  const rules: Body[] = [];
  for (const route of routes) {
    if (route.host !== undefined && (host === undefined || !covers(route.host, host))) continue;
    const patterns = patternsOf(route);
    if (patterns.length === 0) return { service: route.to, rules };
    const priority = rules.length + 1;
    rules.push({ priority, service: backendOf(route.to), match_rules: blocks(patterns.map(matchRule)) });
  }
  return { service: undefined, rules };
}

const matchRule = (pattern: string): Body =>
  pattern.endsWith("*") ? { prefix_match: pattern.slice(0, -1) } : { full_path_match: pattern };

/** `*.example.com` stands for one label before it. */
function covers(pattern: string, host: string): boolean {
  return pattern === host || (pattern.startsWith("*.") && host.slice(host.indexOf(".") + 1) === pattern.slice(2));
}

/** Where nothing is for all paths, the answer is 404; Google wants a backend named all the same. */
function fallback({ routes }: LoadBalancer, service: string | undefined): Body {
  if (service !== undefined) return { default_service: backendOf(service) };
  const abort = block({ http_status: 404, percentage: 100 });
  return {
    default_service: backendOf(routes[0]?.to ?? ""),
    default_route_action: block({ fault_injection_policy: block({ abort }) }),
  };
}
