import type { LoadBalancer, Route } from "../../manifest/app";
import { inOrder, patternsOf } from "../export/order";

/** The port that the server listens at, inside its container. */
export const routerPort = 8080;

/** The only route of a load balancer that has one for everything: its service needs no server in front of it. */
export function onlyRoute({ routes }: LoadBalancer): Route | undefined {
  const [route, ...others] = routes;
  if (route === undefined || others.length > 0 || route.host !== undefined) return undefined;
  return patternsOf(route).length === 0 ? route : undefined;
}

/** The configuration of a Caddy server that takes a load balancer's place. */
export function caddyfile(balancer: LoadBalancer): string {
  const handlers = inOrder(balancer.routes).map((route, index) => {
    const conditions = [
      ...(route.host === undefined ? [] : [`host ${route.host}`]),
      ...(patternsOf(route).length === 0 ? [] : [`path ${patternsOf(route).join(" ")}`]),
    ];
    const proxy = `reverse_proxy ${route.to}:${route.port}`;
    if (conditions.length === 0) return `\thandle {\n\t\t${proxy}\n\t}\n`;
    const matcher = `@route${index + 1}`;
    return `\t${matcher} {\n${conditions.map((line) => `\t\t${line}\n`).join("")}\t}\n\thandle ${matcher} {\n\t\t${proxy}\n\t}\n`;
  });
  const rest = balancer.routes.some((route) => route.host === undefined && patternsOf(route).length === 0)
    ? ""
    : "\thandle {\n\t\trespond 404\n\t}\n";
  return `{\n\tauto_https off\n\tadmin off\n}\n\n:${routerPort} {\n${handlers.join("")}${rest}}\n`;
}
