import { CloudWatchLogsClient } from "@aws-sdk/client-cloudwatch-logs";
import { ECRClient } from "@aws-sdk/client-ecr";
import { ECSClient } from "@aws-sdk/client-ecs";
import { ElasticLoadBalancingV2Client } from "@aws-sdk/client-elastic-load-balancing-v2";
import { SSMClient } from "@aws-sdk/client-ssm";
import type { Cloud } from "../cloud";

const makers = {
  ecr: ECRClient,
  ecs: ECSClient,
  elb: ElasticLoadBalancingV2Client,
  logs: CloudWatchLogsClient,
  ssm: SSMClient,
} as const;

type Clients = { readonly [Name in keyof typeof makers]: InstanceType<(typeof makers)[Name]> };

const made = new WeakMap<Cloud, { [Name in keyof Clients]?: Clients[Name] }>();

/**
 * A client for another service of the cloud, made when it is first asked for: signed in as `cloud` is, at the same
 * endpoint, and over the same connections, so that closing the cloud closes it too.
 */
export function clientOf<Name extends keyof Clients>(cloud: Cloud, name: Name): Clients[Name] {
  const clients: { [Key in keyof Clients]?: Clients[Key] } = made.get(cloud) ?? {};
  const found: Clients[Name] | undefined = clients[name];
  if (found) return found;
  const { credentials, requestHandler } = cloud.cloudFormation.config;
  const Client = makers[name] as new (configuration: object) => Clients[Name];
  const client = new Client({
    region: cloud.identity.region,
    credentials,
    requestHandler,
    maxAttempts: 5,
    ...(cloud.endpoint === undefined ? {} : { endpoint: cloud.endpoint }),
  });
  made.set(cloud, { ...clients, [name]: client });
  return client;
}
