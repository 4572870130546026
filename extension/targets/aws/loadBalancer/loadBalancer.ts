import type { LoadBalancer } from "../../../manifest/app";
import { attributesOf } from "../attributes";
import type { Context } from "../context";
import { ref, render } from "../intrinsic";
import { accessLogAttributes, accessLogsReady } from "../logBucket";
import { idOf, pascal } from "../logicalId";
import { at } from "../place";
import { addSecurityGroup, allow, allowOut, noOutbound } from "../securityGroup";
import type { Value } from "../template";
import { addCertificate, addRecords } from "./certificate";
import { addRules, defaultAction } from "./rules";
import { targetGroupsOf } from "./targets";

/** Since TLS 1.2, with key exchange that a quantum computer does not break. AWS's own default is from 2016. */
const tlsPolicy = "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09";

/** The public entrance: load balancer, target groups, listeners, rules, certificate and address records. */
export function addLoadBalancer(context: Context, balancer: LoadBalancer): void {
  const { app, draft, network } = context;
  const { name } = balancer;
  const place = at(name);
  const secure = balancer.domains.length > 0;
  const id = idOf(name, "LoadBalancer");

  addSecurityGroup(draft, network, balancer, {
    outbound: noOutbound,
    inbound: [world(80, "HTTP"), ...(secure ? [world(443, "HTTPS")] : [])],
  });
  draft.add(
    place,
    id,
    "AWS::ElasticLoadBalancingV2::LoadBalancer",
    {
      Type: "application",
      Scheme: "internet-facing",
      IpAddressType: "ipv4",
      Subnets: network.publicSubnets,
      SecurityGroups: [ref(idOf(name, "SecurityGroup"))],
      LoadBalancerAttributes: attributes({
        "deletion_protection.enabled": String(app.protected),
        "idle_timeout.timeout_seconds": String(balancer.idleTimeout),
        "routing.http.desync_mitigation_mode": "defensive",
        "routing.http.drop_invalid_header_fields.enabled": "true",
        ...accessLogAttributes(app, name),
      }),
    },
    { dependsOn: [...network.gateway, ...accessLogsReady(app)] },
  );
  addTargetGroups(context, balancer);

  const http = idOf(name, "HttpListener");
  const listener = secure ? idOf(name, "HttpsListener") : http;
  draft.add(place, http, "AWS::ElasticLoadBalancingV2::Listener", {
    LoadBalancerArn: ref(id),
    Port: 80,
    Protocol: "HTTP",
    DefaultActions: [secure ? toHttps : defaultAction(balancer)],
  });
  if (secure) {
    draft.add(place, listener, "AWS::ElasticLoadBalancingV2::Listener", {
      LoadBalancerArn: ref(id),
      Port: 443,
      Protocol: "HTTPS",
      SslPolicy: tlsPolicy,
      Certificates: [{ CertificateArn: addCertificate(draft, balancer) }],
      DefaultActions: [defaultAction(balancer)],
    });
    addRecords(draft, balancer);
  }
  addRules(draft, balancer, listener);
  draft.outputs.push({
    key: `${pascal(name)}Url`,
    label: "Address",
    component: name,
    value: render(attributesOf(app, balancer)["url"] ?? []),
  });
}

function addTargetGroups({ app, draft, network }: Context, balancer: LoadBalancer): void {
  for (const group of targetGroupsOf(app, balancer)) {
    const web = app.components.get(group.web);
    if (web?.type !== "web") continue;
    const { path, interval, timeout } = web.healthCheck;
    draft.add(at(balancer.name, "routes"), group.id, "AWS::ElasticLoadBalancingV2::TargetGroup", {
      VpcId: network.vpc,
      TargetType: "ip",
      Protocol: "HTTP",
      Port: group.port,
      HealthCheckProtocol: "HTTP",
      // A component is well or not as a whole: its main port answers for the others.
      HealthCheckPort: group.port === web.port ? "traffic-port" : String(web.port),
      HealthCheckPath: path,
      HealthCheckIntervalSeconds: interval,
      HealthCheckTimeoutSeconds: timeout,
      HealthyThresholdCount: 2,
      UnhealthyThresholdCount: 3,
      Matcher: { HttpCode: "200-399" },
      TargetGroupAttributes: attributes({
        "deregistration_delay.timeout_seconds": "30",
        // Written in both cases: CloudFormation leaves an attribute as it is when nothing is said of it any more.
        "stickiness.enabled": String(web.sticky !== undefined),
        ...(web.sticky !== undefined && {
          "stickiness.type": "lb_cookie",
          "stickiness.lb_cookie.duration_seconds": String(web.sticky),
        }),
      }),
    });
    for (const port of new Set([group.port, web.port])) {
      allow(draft, at(balancer.name, "routes"), balancer.name, web.name, port);
      allowOut(draft, at(balancer.name, "routes"), balancer.name, web.name, port);
    }
  }
}

const toHttps: Value = {
  Type: "redirect",
  RedirectConfig: { Protocol: "HTTPS", Port: "443", StatusCode: "HTTP_301" },
};

function world(port: number, protocol: string): Value {
  return {
    IpProtocol: "tcp",
    FromPort: port,
    ToPort: port,
    CidrIp: "0.0.0.0/0",
    Description: `${protocol} from anywhere`,
  };
}

function attributes(values: Readonly<Record<string, Value>>): Value {
  return Object.entries(values).map(([Key, Value]) => ({ Key, Value }));
}
