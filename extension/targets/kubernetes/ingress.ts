import type { LoadBalancer, Route } from "../../manifest/app";
import { inOrder } from "../export/order";
import { defined } from "../export/yamlText";
import type { KubernetesContext } from "./context";
import type { KubernetesObject } from "./services";

/** The way in from outside, which the cluster's own ingress controller opens. */
export function ingress(context: KubernetesContext, balancer: LoadBalancer): KubernetesObject {
  const { domains, routes } = balancer;
  const name = context.nameOf(balancer.name);
  const { slots } = context;
  const hosts = [...new Set([...domains, ...routes.flatMap(({ host }) => host ?? [])])];
  const anywhere = routes.filter(({ host }) => host === undefined);
  const rules = (domains.length > 0 ? domains : [undefined]).map((host) => rule(context, host, anywhere));
  const named = [...new Set(routes.flatMap(({ host }) => host ?? []))].map((host) =>
    // A rule for a host takes all of its paths, so it has to know those for any host as well.
    rule(context, host, [...routes.filter((route) => route.host === host), ...anywhere]),
  );
  const own = new Set(named.map(({ host }) => host));
  return {
    apiVersion: "networking.k8s.io/v1",
    kind: "Ingress",
    metadata: defined({
      name,
      labels: context.labels(balancer.name),
      annotations: slots.optionalMap([name, "annotations"]),
    }),
    spec: defined({
      ingressClassName: slots.optional([name, "className"]),
      tls: domains.length > 0 ? [{ hosts, secretName: slots.value([name, "tlsSecret"], `${name}-tls`) }] : undefined,
      rules: [...named, ...rules.filter(({ host, http }) => !own.has(host) && http.paths.length > 0)],
    }),
  };
}

function rule(context: KubernetesContext, host: string | undefined, routes: readonly Route[]) {
  const paths = inOrder(routes).map(({ to, path, port }) => {
    const isPattern = path.slice(0, -1).includes("*");
    return {
      path: path.endsWith("*") && !isPattern ? path.slice(0, -1) || "/" : path,
      pathType: isPattern ? "ImplementationSpecific" : "Prefix",
      backend: { service: { name: context.nameOf(to), port: { number: port } } },
    };
  });
  const unique = [...new Map(paths.map((each) => [each.path, each])).values()];
  return { ...(host === undefined ? {} : { host }), http: { paths: unique } };
}
