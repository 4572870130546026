import type { App, Web } from "../../manifest/app";
import type { Context } from "./context";
import { ref } from "./intrinsic";
import { idOf } from "./logicalId";
import { at, wholePlace } from "./place";
import { stackName } from "./stackName";
import type { Value } from "./template";

const namespaceId = "Namespace";
const namespaceName = (app: App): string => `${stackName(app)}.internal`;

/** The name under which other services find a web component. Known beforehand, so two of them may call each other. */
export const discoveryName = (app: App, web: string): string => `${web}.${namespaceName(app)}`;

/** The private DNS zone of the stack, when something needs it. */
export function addNamespace({ app, draft, network, discoverable }: Context): void {
  if (discoverable.size === 0) return;
  draft.add(wholePlace, namespaceId, "AWS::ServiceDiscovery::PrivateDnsNamespace", {
    Name: namespaceName(app),
    Vpc: network.vpc,
    Description: `Private names of ${app.name} in ${app.environment}`,
  });
}

/** @returns what ECS needs to keep the addresses of the running tasks under the component's name */
export function addDiscovery({ draft, discoverable }: Context, web: Web): Value[] {
  if (!discoverable.has(web.name)) return [];
  const id = draft.add(at(web.name), idOf(web.name, "DiscoveryName"), "AWS::ServiceDiscovery::Service", {
    Name: web.name,
    NamespaceId: ref(namespaceId),
    DnsConfig: { RoutingPolicy: "MULTIVALUE", DnsRecords: [{ Type: "A", TTL: 10 }] },
    HealthCheckCustomConfig: { FailureThreshold: 1 },
  });
  return [{ RegistryArn: { "Fn::GetAtt": [id, "Arn"] } }];
}
