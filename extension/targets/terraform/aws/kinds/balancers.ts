import type { Value } from "../../../aws/template";
import { type Block, type Body, block, code, type Expression, resource } from "../../hcl";
import { type Fields, isObject, type Kinds, list, type Source, type Turn } from "../source";
import { tags } from "../tags";

const topic = "load_balancer.tf";

/** `[{ Key, Value }]`, where each key is an attribute of its own in Terraform. */
const attributes =
  (known: Readonly<Record<string, (value: Expression) => Body>>): Turn =>
  (value, source) => {
    const made = list(value).map((each): Body => {
      const key = isObject(each) ? String(each["Key"]) : "";
      const read = isObject(each) && each["Value"] !== undefined ? source.read(each["Value"]) : "";
      const own = Object.hasOwn(known, key) ? known[key] : undefined;
      if (own === undefined) source.lost(key);
      return own?.(read) ?? {};
    });
    return merged(made);
  };

/** Parts of one block come from several attributes. */
function merged(bodies: readonly Body[]): Body {
  const all = new Map<string, Body[string]>();
  for (const [key, value] of bodies.flatMap((body) => Object.entries(body))) {
    const [old, more] = [onlyBlock(all.get(key)), onlyBlock(value)];
    all.set(key, old !== undefined && more !== undefined ? block({ ...old, ...more }) : value);
  }
  return Object.fromEntries(all);
}

const onlyBlock = (value: Body[string]): Body | undefined =>
  typeof value === "object" && "blocks" in value ? value.blocks[0] : undefined;

const truth = (value: Expression): Expression => (typeof value === "string" ? value === "true" : value);
const amount = (value: Expression): Expression => (typeof value === "string" ? Number(value) : value);

const actions: Fields = {
  FixedResponseConfig: {
    block: "fixed_response",
    fields: { ContentType: "content_type", MessageBody: "message_body", StatusCode: "status_code" },
  },
  RedirectConfig: { block: "redirect", fields: { Port: "port", Protocol: "protocol", StatusCode: "status_code" } },
  TargetGroupArn: "target_group_arn",
  Type: "type",
};

const certificates: Turn = (value, source) => {
  const [first] = list(value);
  const arn = first !== undefined && isObject(first) ? first["CertificateArn"] : undefined;
  return arn === undefined ? {} : { certificate_arn: source.read(arn) };
};

/** The entrance: load balancer, rules, certificate and address records. */
export const balancerKinds: Kinds = {
  "AWS::ElasticLoadBalancingV2::LoadBalancer": {
    topic,
    type: "aws_lb",
    ref: "arn",
    attributes: { CanonicalHostedZoneID: "zone_id", DNSName: "dns_name", LoadBalancerFullName: "arn_suffix" },
    fields: {
      IpAddressType: "ip_address_type",
      LoadBalancerAttributes: attributes({
        "access_logs.s3.bucket": (bucket) => ({ access_logs: block({ bucket }) }),
        "access_logs.s3.enabled": (enabled) => ({ access_logs: block({ enabled: truth(enabled) }) }),
        "access_logs.s3.prefix": (prefix) => ({ access_logs: block({ prefix }) }),
        "deletion_protection.enabled": (value) => ({ enable_deletion_protection: truth(value) }),
        "idle_timeout.timeout_seconds": (value) => ({ idle_timeout: amount(value) }),
        "routing.http.desync_mitigation_mode": (value) => ({ desync_mitigation_mode: value }),
        "routing.http.drop_invalid_header_fields.enabled": (value) => ({ drop_invalid_header_fields: truth(value) }),
      }),
      Scheme: (value) => ({ internal: value === "internal" }),
      SecurityGroups: "security_groups",
      Subnets: "subnets",
      Tags: tags,
      Type: "load_balancer_type",
    },
    also: (source) => ({ name: source.named(32) }),
  },
  "AWS::ElasticLoadBalancingV2::TargetGroup": {
    topic,
    type: "aws_lb_target_group",
    ref: "arn",
    attributes: { TargetGroupFullName: "arn_suffix" },
    fields: {
      ...healthCheck({
        HealthCheckIntervalSeconds: "interval",
        HealthCheckPath: "path",
        HealthCheckPort: "port",
        HealthCheckProtocol: "protocol",
        HealthCheckTimeoutSeconds: "timeout",
        HealthyThresholdCount: "healthy_threshold",
        UnhealthyThresholdCount: "unhealthy_threshold",
      }),
      Port: "port",
      Protocol: "protocol",
      Tags: tags,
      TargetGroupAttributes: attributes({
        "deregistration_delay.timeout_seconds": (value) => ({ deregistration_delay: amount(value) }),
        // Terraform wants to have a type, also where there is none of it.
        "stickiness.enabled": (enabled) => ({
          stickiness: block({ enabled: truth(enabled), type: "lb_cookie" }),
        }),
        "stickiness.lb_cookie.duration_seconds": (value) => ({ stickiness: block({ cookie_duration: amount(value) }) }),
        "stickiness.type": (type) => ({ stickiness: block({ type }) }),
      }),
      TargetType: "target_type",
      VpcId: "vpc_id",
    },
  },
  "AWS::ElasticLoadBalancingV2::Listener": {
    topic,
    type: "aws_lb_listener",
    ref: "arn",
    fields: {
      Certificates: certificates,
      DefaultActions: { block: "default_action", fields: actions },
      LoadBalancerArn: "load_balancer_arn",
      Port: "port",
      Protocol: "protocol",
      SslPolicy: "ssl_policy",
    },
  },
  "AWS::ElasticLoadBalancingV2::ListenerRule": {
    topic,
    type: "aws_lb_listener_rule",
    fields: {
      Actions: { block: "action", fields: actions },
      Conditions: {
        block: "condition",
        fields: {
          Field: () => ({}),
          HostHeaderConfig: { block: "host_header", fields: { RegexValues: "regex_values", Values: "values" } },
          PathPatternConfig: { block: "path_pattern", fields: { Values: "values" } },
        },
      },
      ListenerArn: "listener_arn",
      Priority: "priority",
    },
  },
  "AWS::CertificateManager::Certificate": {
    topic,
    type: "aws_acm_certificate",
    ref: (name) => code(`aws_acm_certificate_validation.${name}.certificate_arn`),
    fields: {
      DomainName: "domain_name",
      DomainValidationOptions: () => ({}),
      SubjectAlternativeNames: "subject_alternative_names",
      Tags: tags,
      ValidationMethod: "validation_method",
    },
    also: () => ({ lifecycle: block({ create_before_destroy: true }) }),
    beside: validation,
  },
  "AWS::Route53::RecordSet": {
    topic,
    type: "aws_route53_record",
    fields: {
      AliasTarget: {
        block: "alias",
        fields: { DNSName: "name", EvaluateTargetHealth: "evaluate_target_health", HostedZoneId: "zone_id" },
      },
      HostedZoneId: "zone_id",
      Name: "name",
      Type: "type",
    },
  },
};

/** What CloudFormation has side by side is one block in Terraform. */
function healthCheck(names: Readonly<Record<string, string>>): Fields {
  const collect = (source: Source): Body => ({
    ...Object.fromEntries(Object.entries(names).map(([name, attribute]) => [attribute, source.property(name)])),
    matcher: matcherOf(source),
  });
  const fields = [...Object.keys(names), "Matcher"].map((name): readonly [string, Turn] => [
    name,
    (_, source) => ({ health_check: block(collect(source)) }),
  ]);
  return Object.fromEntries(fields);
}

function matcherOf(source: Source): Expression | undefined {
  const matcher: Value | undefined = source.properties["Matcher"];
  const code_ = matcher !== undefined && isObject(matcher) ? matcher["HttpCode"] : undefined;
  return code_ === undefined ? undefined : source.read(code_);
}

/** Whoever refers to a certificate waits until it is proven; the proof stands in the zone, where that is known. */
function validation(source: Source): readonly Block[] {
  const [first] = list(source.properties["DomainValidationOptions"] ?? []);
  const zone = first !== undefined && isObject(first) ? first["HostedZoneId"] : undefined;
  const options = source.own("aws_acm_certificate", "domain_validation_options").code;
  const certificate_arn = source.own("aws_acm_certificate", "arn");
  const proof = `aws_route53_record.${source.name}_proof`;
  if (zone === undefined) return [resource("aws_acm_certificate_validation", source.name, { certificate_arn })];
  return [
    resource("aws_route53_record", `${source.name}_proof`, {
      for_each: code(`{ for option in ${options} : option.domain_name => option }`),
      zone_id: source.read(zone),
      name: code("each.value.resource_record_name"),
      type: code("each.value.resource_record_type"),
      records: [code("each.value.resource_record_value")],
      ttl: 60,
      allow_overwrite: true,
    }),
    resource("aws_acm_certificate_validation", source.name, {
      certificate_arn,
      validation_record_fqdns: code(`[for record in ${proof} : record.fqdn]`),
    }),
  ];
}
