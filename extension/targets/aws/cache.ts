import type { Redis } from "../../manifest/app";
import { attributesOf, cachePort } from "./attributes";
import type { Context } from "./context";
import { attribute, ref, render } from "./intrinsic";
import { discard, snapshot } from "./keep";
import { idOf, pascal } from "./logicalId";
import { at } from "./place";
import { addComposed, addGenerated } from "./secret";
import { addSecurityGroup, noOutbound } from "./securityGroup";
import { cacheClasses, classOf } from "./sizes";

/** Valkey's release and parameter family for each series of Redis. */
const series: Readonly<Record<string, { readonly release: string; readonly family: string }>> = {
  "7": { release: "7.2", family: "valkey7" },
  "8": { release: "8.2", family: "valkey8" },
};
const newest = { release: "8.2", family: "valkey8" };

/** A cache: Valkey with TLS and a password, its own snapshots, and a secret with all that a client needs. */
export function addCache(context: Context, redis: Redis): void {
  const { app, draft, network } = context;
  const { name } = redis;
  const place = at(name);
  const { release, family } = series[redis.version] ?? newest;
  const failover = redis.replicas > 0;
  const id = idOf(name, "ReplicationGroup");

  addSecurityGroup(draft, network, redis, { outbound: noOutbound });
  const subnets = draft.add(place, idOf(name, "SubnetGroup"), "AWS::ElastiCache::SubnetGroup", {
    Description: `Where ${name} of ${app.name} stands`,
    SubnetIds: network.dataSubnets,
  });
  const parameters = draft.add(at(name, "eviction"), idOf(name, "ParameterGroup"), "AWS::ElastiCache::ParameterGroup", {
    Description: `${name} of ${app.name}`,
    CacheParameterGroupFamily: family,
    Properties: { "maxmemory-policy": redis.eviction },
  });
  addGenerated(
    context,
    place,
    idOf(name, "AuthToken"),
    { description: `Password of ${name}`, length: 64, user: "default" },
    discard,
  );
  draft.add(
    place,
    id,
    "AWS::ElastiCache::ReplicationGroup",
    {
      ReplicationGroupDescription: `${name} of ${app.name} in ${app.environment}`,
      Engine: "valkey",
      EngineVersion: release,
      AutoMinorVersionUpgrade: true,
      CacheNodeType: classOf(redis.size, cacheClasses),
      NumCacheClusters: redis.replicas + 1,
      AutomaticFailoverEnabled: failover,
      MultiAZEnabled: failover,
      Port: cachePort,
      CacheSubnetGroupName: ref(subnets),
      CacheParameterGroupName: ref(parameters),
      SecurityGroupIds: [{ "Fn::GetAtt": [idOf(name, "SecurityGroup"), "GroupId"] }],
      AtRestEncryptionEnabled: true,
      TransitEncryptionEnabled: true,
      AuthToken: render(attributesOf(app, redis)["password"] ?? []),
      SnapshotRetentionLimit: app.protected ? 7 : 1,
    },
    { keep: snapshot },
  );
  addComposed(context, place, idOf(name, "Connection"), `How to reach ${name}`, attributesOf(app, redis));
  draft.outputs.push({
    key: `${pascal(name)}Host`,
    label: "Private host name",
    component: name,
    value: attribute(id, "PrimaryEndPoint.Address"),
  });
}
