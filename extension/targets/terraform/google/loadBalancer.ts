import type { LoadBalancer } from "../../../manifest/app";
import { hash } from "../../aws/hash";
import { type Block, type Body, block, code, resource } from "../hcl";
import { attributeOf, nameOf } from "../names";
import type { GoogleContext } from "./context";
import { urlMap } from "./urlMap";

/** Google's certificates are for names, not for patterns of names. */
const plainDomains = ({ domains }: LoadBalancer): readonly string[] => domains.filter((name) => !name.startsWith("*."));

/** The way from a load balancer to a service, for each service that a route leads to. */
export function backendBlocks(context: GoogleContext): readonly Block[] {
  const visited = new Set(context.balancers.flatMap(({ routes }) => routes.map(({ to }) => to)));
  return [...visited].sort().flatMap((web) => {
    const name = nameOf(web);
    return [
      resource("google_compute_region_network_endpoint_group", name, {
        name: context.named(63, web),
        region: context.region,
        network_endpoint_type: "SERVERLESS",
        cloud_run: block({ service: attributeOf("google_cloud_run_v2_service", name, "name") }),
      }),
      resource("google_compute_backend_service", name, {
        name: context.named(63, web),
        load_balancing_scheme: "EXTERNAL_MANAGED",
        backend: block({ group: attributeOf("google_compute_region_network_endpoint_group", name, "id") }),
        log_config: block({ enable: context.app.protected }),
      }),
    ];
  });
}

/** The public entrance: an address of the whole world, with a certificate where there is a domain. */
export function balancerBlocks(context: GoogleContext, balancer: LoadBalancer): readonly Block[] {
  tellLimits(context, balancer);
  if (balancer.routes.length === 0) return [];
  const name = nameOf(balancer.name);
  const domains = plainDomains(balancer);
  const address = resource("google_compute_global_address", name, { name: context.named(63, balancer.name) });
  const map = urlMap(context, balancer);
  const own = attributeOf("google_compute_url_map", name, "id");
  if (domains.length === 0) return [address, map, ...front(context, balancer, "http", own)];
  const redirectName = context.block(balancer.name, "redirect");
  const redirect = resource("google_compute_url_map", redirectName, {
    name: context.named(63, balancer.name, "redirect"),
    default_url_redirect: block({ https_redirect: true, strip_query: false }),
  });
  return [
    address,
    map,
    redirect,
    ...certificate(context, balancer, domains),
    ...front(context, balancer, "https", own),
    ...front(context, balancer, "http", attributeOf("google_compute_url_map", redirectName, "id")),
  ];
}

function certificate(context: GoogleContext, { name }: LoadBalancer, domains: readonly string[]): readonly Block[] {
  return [
    resource("google_compute_managed_ssl_certificate", nameOf(name), {
      // Other domains are another certificate, which has to be there before the old one goes.
      name: context.named(63, name, hash(domains.join())),
      managed: block({ domains: [...domains] }),
      lifecycle: block({ create_before_destroy: true }),
    }),
    resource("google_compute_ssl_policy", nameOf(name), {
      name: context.named(63, name),
      profile: "MODERN",
      min_tls_version: "TLS_1_2",
    }),
  ];
}

function front(context: GoogleContext, balancer: LoadBalancer, protocol: "http" | "https", url_map: Body[string]) {
  const name = nameOf(balancer.name);
  const type = `google_compute_target_${protocol}_proxy`;
  const secure = protocol === "https" && {
    ssl_certificates: [attributeOf("google_compute_managed_ssl_certificate", name, "id")],
    ssl_policy: attributeOf("google_compute_ssl_policy", name, "id"),
  };
  const own = context.named(63, balancer.name, protocol);
  return [
    resource(type, name, { name: own, url_map, ...secure }),
    resource("google_compute_global_forwarding_rule", context.block(balancer.name, protocol), {
      name: own,
      load_balancing_scheme: "EXTERNAL_MANAGED",
      ip_address: attributeOf("google_compute_global_address", name, "id"),
      port_range: protocol === "https" ? "443" : "80",
      target: code(`${type}.${name}.id`),
    }),
  ];
}

function tellLimits(context: GoogleContext, balancer: LoadBalancer): void {
  const { name, domains, routes } = balancer;
  if (routes.length === 0) context.tell(name, "routes", "It leads nowhere, so nothing is made of it.");
  if (domains.some((domain) => domain.startsWith("*."))) {
    const text = "Google's own certificates are for names alone: the domains that begin with * have none.";
    context.tell(name, "domain", text);
  }
  for (const [index, { to, port }] of routes.entries()) {
    const web = context.app.components.get(to);
    if (web?.type !== "web" || web.port === port) continue;
    context.tell(name, `routes.${index}`, `A service of Cloud Run has one port: ${port} is ${web.port} there.`);
  }
}
