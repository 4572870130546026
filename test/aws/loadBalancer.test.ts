import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { LoadBalancer, Route } from "../../extension/manifest/app";
import { keyOf, priorities } from "../../extension/targets/aws/loadBalancer/priority";
import { synthesize } from "../../extension/targets/aws/synthesize";
import type { Properties, Resource } from "../../extension/targets/aws/template";
import { app, balancer, route, web } from "./fixture";

const zone = "Z0123456789ABCDEFGHIJ";
const arn = "arn:aws:acm:eu-west-1:111122223333:certificate/12345678-1234-1234-1234-123456789012";

function resources(
  edge: Partial<LoadBalancer>,
  rest: Parameters<typeof app>[1] = {},
): Readonly<Record<string, Resource>> {
  return synthesize(app([balancer("edge", edge), web("web"), web("api", { port: 3000 })], rest)).template.Resources;
}
const ofType = (all: Readonly<Record<string, Resource>>, type: string): Properties[] =>
  Object.values(all).flatMap(({ Type, Properties }) =>
    Type === `AWS::ElasticLoadBalancingV2::${type}` && Properties ? [Properties] : [],
  );

describe("without a domain", () => {
  const all = resources({ routes: [route("web"), route("api", "/api", { port: 3000 })] });

  it("answers over HTTP, and leaves port 443 closed", () => {
    expect(ofType(all, "Listener").map(({ Port, Protocol }) => [Port, Protocol])).toEqual([[80, "HTTP"]]);
    const ports = all["EdgeSecurityGroup"]?.Properties?.["SecurityGroupIngress"] as Properties[];
    expect(ports.map((rule) => rule["FromPort"])).toEqual([80]);
  });

  it("hands what no other route wants to the route for everything", () => {
    expect(all["EdgeHttpListener"]?.Properties?.["DefaultActions"]).toEqual([
      { Type: "forward", TargetGroupArn: { Ref: "EdgeToWebPort8080" } },
    ]);
    expect(ofType(all, "ListenerRule")).toHaveLength(1);
  });

  it("reaches a component's port, and only that", () => {
    expect(all["ApiFromEdgePort3000"]?.Properties).toMatchObject({ FromPort: 3000, ToPort: 3000, IpProtocol: "tcp" });
    expect(all["EdgeEgressApiPort3000"]?.Properties).toMatchObject({ FromPort: 3000, ToPort: 3000 });
  });
});

it("answers 404 to what no route wants", () => {
  const actions = resources({ routes: [route("web", "/shop")] })["EdgeHttpListener"]?.Properties?.["DefaultActions"];
  expect(actions).toMatchObject([{ Type: "fixed-response", FixedResponseConfig: { StatusCode: "404" } }]);
});

describe("with domains", () => {
  const domains = ["forum.example.com", "*.example.com"];
  const all = resources({ domains, hostedZone: zone, routes: [route("web")] });

  it("redirects HTTP, and forwards over HTTPS with a policy of today", () => {
    expect(all["EdgeHttpListener"]?.Properties?.["DefaultActions"]).toMatchObject([
      { Type: "redirect", RedirectConfig: { Protocol: "HTTPS", Port: "443", StatusCode: "HTTP_301" } },
    ]);
    expect(all["EdgeHttpsListener"]?.Properties).toMatchObject({
      Port: 443,
      SslPolicy: "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09",
      Certificates: [{ CertificateArn: { Ref: "EdgeCertificate" } }],
    });
  });

  it("proves each of them in the zone", () => {
    expect(all["EdgeCertificate"]?.Properties).toMatchObject({
      DomainName: "forum.example.com",
      SubjectAlternativeNames: ["*.example.com"],
      ValidationMethod: "DNS",
      DomainValidationOptions: domains.map((DomainName) => ({ DomainName, HostedZoneId: zone })),
    });
  });

  it("gives each of them an address record", () => {
    const records = Object.values(all).filter(({ Type }) => Type === "AWS::Route53::RecordSet");
    expect(records.map(({ Properties }) => Properties?.["Name"]).sort()).toEqual([...domains].sort());
    expect(records[0]?.Properties).toMatchObject({ Type: "A", HostedZoneId: zone });
  });

  it("takes a certificate that exists", () => {
    const own = resources({ domains, certificate: arn, routes: [] });
    expect(own["EdgeHttpsListener"]?.Properties?.["Certificates"]).toEqual([{ CertificateArn: arn }]);
    expect(own["EdgeCertificate"]).toBeUndefined();
  });

  it("leaves the records to others where it does not know the zone", () => {
    const own = resources({ domains, routes: [] });
    expect(Object.values(own).map(({ Type }) => Type)).not.toContain("AWS::Route53::RecordSet");
    expect(own["EdgeCertificate"]?.Properties?.["DomainValidationOptions"]).toBeUndefined();
  });

  it("is known by the first that is a host name", () => {
    const { template } = synthesize(app([balancer("edge", { domains: ["*.example.com", "b.example.com"] })]));
    expect(template.Outputs["EdgeUrl"]?.Value).toBe("https://b.example.com");
  });
});

describe("a rule", () => {
  const conditions = (path: string, host?: string) =>
    ofType(resources({ routes: [route("web", path, host === undefined ? {} : { host })] }), "ListenerRule")[0]?.[
      "Conditions"
    ];

  it.each([
    ["/admin", ["/admin", "/admin/*"]],
    ["/admin/", ["/admin/*"]],
    ["/admin*", ["/admin*"]],
  ])("for %s takes %s", (path, values) => {
    expect(conditions(path)).toEqual([{ Field: "path-pattern", PathPatternConfig: { Values: values } }]);
  });

  it("for a host and everything on it has no path", () => {
    expect(conditions("/", "a.example.com")).toEqual([
      { Field: "host-header", HostHeaderConfig: { Values: ["a.example.com"] } },
    ]);
  });

  it("for a pattern takes one label, as the manifest says, and no more", () => {
    const [condition] = conditions("/", "*.example.com") as [{ HostHeaderConfig: { RegexValues: [string] } }];
    const pattern = new RegExp(condition.HostHeaderConfig.RegexValues[0]);
    expect(
      ["a.example.com", "example.com", "a.b.example.com", "a.exampleXcom"].map((host) => pattern.test(host)),
    ).toEqual([true, false, false, false]);
  });
});

describe("priorities", () => {
  const path = fc.stringMatching(/^\/[a-z/]{0,12}\*?$/);
  const host = fc.constantFrom(undefined, "a.example.com", "b.example.com", "*.example.com");
  const routes = fc.uniqueArray(
    fc.tuple(path, host).map(([where, name]): Route => route("web", where, name === undefined ? {} : { host: name })),
    { selector: keyOf, maxLength: 60 },
  );
  const kind = ({ host: name }: Route) => (name === undefined ? 2 : name.startsWith("*") ? 1 : 0);
  const length = (one: Route) => one.path.replace(/\*$/, "").length;

  it("are different, and within what AWS takes", () => {
    fc.assert(
      fc.property(routes, (all) => {
        const numbers = priorities(all);
        expect(new Set(numbers).size).toBe(all.length);
        for (const number of numbers) expect(number >= 1 && number <= 50_000).toBe(true);
      }),
    );
  });

  it("put a host before none, and a longer path before a shorter one", () => {
    fc.assert(
      fc.property(routes, (all) => {
        const numbers = priorities(all);
        const sorted = all
          .map((one, index) => ({ one, number: numbers[index] ?? 0 }))
          .sort((a, b) => a.number - b.number);
        for (const [index, { one }] of sorted.entries()) {
          const before = sorted[index - 1]?.one;
          if (!before) continue;
          expect(kind(before)).toBeLessThanOrEqual(kind(one));
          if (kind(before) === kind(one)) expect(length(before)).toBeGreaterThanOrEqual(length(one));
        }
      }),
    );
  });

  it("do not depend on the order of the routes", () => {
    fc.assert(
      fc.property(routes, (all) => {
        expect(priorities([...all].reverse()).reverse()).toEqual(priorities(all));
      }),
    );
  });

  it("stay when another route comes that is like none of them", () => {
    const all = [route("web", "/a"), route("api", "/b/c"), route("web", "/", { host: "a.example.com" })];
    expect(priorities([...all, route("web", "/something/else")]).slice(0, 3)).toEqual(priorities(all));
  });
});

describe("a web component on several load balancers and ports", () => {
  const { Resources } = synthesize(
    app([
      balancer("edge", { routes: [route("web"), route("web", "/metrics", { port: 9000 })] }),
      balancer("partners", { routes: [route("web", "/partners")] }),
      web("web", { healthCheck: { path: "/up", interval: 20, timeout: 6, gracePeriod: 90 } }),
    ]),
  ).template;

  it("stands in a target group for each, and waits for whatever attaches it", () => {
    const service = Resources["WebService"];
    expect(service?.Properties?.["LoadBalancers"]).toEqual([
      { ContainerName: "web", ContainerPort: 8080, TargetGroupArn: { Ref: "EdgeToWebPort8080" } },
      { ContainerName: "web", ContainerPort: 9000, TargetGroupArn: { Ref: "EdgeToWebPort9000" } },
      { ContainerName: "web", ContainerPort: 8080, TargetGroupArn: { Ref: "PartnersToWebPort8080" } },
    ]);
    expect(
      service?.DependsOn?.filter((id) => /Listener|Route(?!\d)[a-z0-9]/i.test(id) && !/Default/.test(id)),
    ).toHaveLength(3);
    expect(service?.Properties?.["HealthCheckGracePeriodSeconds"]).toBe(90);
  });

  it("is asked about its health on its main port", () => {
    expect(Resources["EdgeToWebPort8080"]?.Properties).toMatchObject({
      HealthCheckPort: "traffic-port",
      HealthCheckPath: "/up",
      HealthCheckIntervalSeconds: 20,
      HealthCheckTimeoutSeconds: 6,
      Matcher: { HttpCode: "200-399" },
    });
    expect(Resources["EdgeToWebPort9000"]?.Properties).toMatchObject({ HealthCheckPort: "8080" });
  });
});

it("cannot be deleted by accident in a protected environment", () => {
  const attribute = (isProtected: boolean) =>
    resources({}, { protected: isProtected })["EdgeLoadBalancer"]?.Properties?.["LoadBalancerAttributes"];
  expect(attribute(true)).toContainEqual({ Key: "deletion_protection.enabled", Value: "true" });
  expect(attribute(false)).toContainEqual({ Key: "deletion_protection.enabled", Value: "false" });
});

describe("a visitor and a connection", () => {
  const group = (sticky?: number) =>
    synthesize(app([balancer("edge", { routes: [route("web")] }), web("web", sticky === undefined ? {} : { sticky })]))
      .template.Resources["EdgeToWebPort8080"]?.Properties?.["TargetGroupAttributes"];

  it("are kept at one task for as long as the component says", () => {
    expect(group(3600)).toEqual(
      expect.arrayContaining([
        { Key: "stickiness.enabled", Value: "true" },
        { Key: "stickiness.type", Value: "lb_cookie" },
        { Key: "stickiness.lb_cookie.duration_seconds", Value: "3600" },
      ]),
    );
  });

  it("are told to be free again, when the component says so no more", () => {
    expect(group()).toContainEqual({ Key: "stickiness.enabled", Value: "false" });
  });

  it("may be silent for as long as the load balancer says", () => {
    const attributes = resources({ idleTimeout: 3600 })["EdgeLoadBalancer"]?.Properties?.["LoadBalancerAttributes"];
    expect(attributes).toContainEqual({ Key: "idle_timeout.timeout_seconds", Value: "3600" });
  });
});
