import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { App } from "../../extension/manifest/app";
import { loadSpecification } from "../../extension/sandbox/loadSpecification";
import { checkProperties } from "../../extension/targets/aws/specification/check";
import { synthesize } from "../../extension/targets/aws/synthesize";
import { tagProperty } from "../../extension/targets/aws/tags";
import type { Template } from "../../extension/targets/aws/template";
import { anyApp } from "./arbitrary";
import { app, database, web } from "./fixture";
import { findCycle, uses } from "./graph";
import { sampleApps } from "./samples";

const specification = loadSpecification();
const runs = { numRuns: 60, seed: 2 };

/** Checks the template of any application, and of every sample. */
function always(check: (template: Template, input: App) => void): void {
  for (const { app: sample } of sampleApps()) check(synthesize(sample).template, sample);
  fc.assert(
    fc.property(anyApp(), (input) => {
      check(synthesize(input).template, input);
    }),
    runs,
  );
}

describe("any template", () => {
  it("refers only to what is in it, by attributes that AWS knows", () => {
    always((template) => {
      for (const { from, id, attribute } of uses(template)) {
        const resource = template.Resources[id];
        expect(resource, `${from} refers to ${id}`).toBeDefined();
        if (attribute === undefined || !resource || resource.Type.startsWith("Custom::")) continue;
        const known = [...(specification.type(resource.Type)?.attributes ?? []), ...identifiers(resource.Type)];
        expect(known, `${from} refers to ${id}.${attribute}`).toContain(attribute);
      }
    });
  });

  it("can be made in some order", () => {
    always((template) => expect(findCycle(template)).toBeUndefined());
  });

  it("has only types and properties that AWS publishes, with values of their types", () => {
    always((template) => {
      for (const [id, { Type, Properties }] of Object.entries(template.Resources)) {
        if (Type.startsWith("Custom::")) continue;
        const type = specification.type(Type);
        if (!type) throw new Error(`AWS publishes no ${Type}`);
        expect(checkProperties(specification, type, Properties ?? {}, isIntrinsic), id).toEqual([]);
      }
    });
  });

  it("says of each resource where it comes from, in the metadata, the tags and the source map", () => {
    always((template, input) => {
      const { origins } = synthesize(input);
      expect([...origins.keys()]).toEqual(Object.keys(template.Resources));
      for (const [id, { Metadata, Properties, Type }] of Object.entries(template.Resources)) {
        const { component, path } = origins.get(id) ?? { path: [] };
        expect(Metadata?.["Stackwright"]).toEqual({ ...(component && { component }), path: path.join(".") });
        const property = tagProperty(Type);
        if (component && property) {
          expect(Properties?.[property], id).toContainEqual({ Key: "stackwright:component", Value: component });
        }
      }
    });
  });

  it("has ids, names and texts within CloudFormation's limits", () => {
    always((template) => {
      expect(Object.keys(template.Resources).length).toBeLessThanOrEqual(500);
      expect(Object.keys(template.Outputs).length).toBeLessThanOrEqual(200);
      expect(template.Description.length).toBeLessThanOrEqual(1024);
      for (const id of [...Object.keys(template.Resources), ...Object.keys(template.Outputs)]) {
        expect(id).toMatch(/^[A-Za-z0-9]{1,255}$/);
      }
      expect(JSON.stringify(template).match(/\{\{resolve:/g)?.length ?? 0).toBeLessThanOrEqual(60);
    });
  });

  it("keeps or drops what holds data on purpose, when it is deleted and when it is replaced", () => {
    const holdsData =
      /^AWS::(RDS::DBInstance|ElastiCache::ReplicationGroup|EFS::FileSystem|SecretsManager::Secret|Logs::LogGroup)$/;
    always((template) => {
      for (const [id, resource] of Object.entries(template.Resources)) {
        if (!holdsData.test(resource.Type)) continue;
        expect(resource.DeletionPolicy, id).toBeDefined();
        expect(resource.UpdateReplacePolicy, id).toBeDefined();
      }
    });
  });

  it("gives no physical name to what may be replaced", () => {
    const names =
      /^(.*(Identifier|GroupName|FunctionName|RoleName|BucketName|ServiceName|ClusterName|ReplicationGroupId)|Name)$/;
    const allowed = new Set([
      // DNS names, which are what these two are for.
      "AWS::ServiceDiscovery::PrivateDnsNamespace.Name",
      "AWS::ServiceDiscovery::Service.Name",
      "AWS::Route53::RecordSet.Name",
      // Names of others.
      "AWS::EC2::VPCEndpoint.ServiceName",
      "AWS::RDS::DBInstance.DBSubnetGroupName",
      "AWS::RDS::DBInstance.DBParameterGroupName",
      "AWS::ElastiCache::ReplicationGroup.CacheSubnetGroupName",
      "AWS::ElastiCache::ReplicationGroup.CacheParameterGroupName",
    ]);
    always((template) => {
      for (const { Type, Properties } of Object.values(template.Resources)) {
        for (const key of Object.keys(Properties ?? {})) {
          if (names.test(key)) expect(allowed, `${Type}.${key}`).toContain(`${Type}.${key}`);
        }
      }
    });
  });

  it("lets a password only into a secret and into the store that it opens", () => {
    const fields = new Set(["SecretString", "MasterUserPassword", "AuthToken"]);
    always((template) => {
      for (const [id, { Properties }] of Object.entries({ ...template.Resources, ...asResources(template) })) {
        for (const [key, value] of Object.entries(Properties ?? {})) {
          if (!fields.has(key)) expect(JSON.stringify(value), `${id}.${key}`).not.toContain("{{resolve:");
        }
      }
    });
  });

  it("opens nothing but a load balancer's ports 80 and 443 to the world", () => {
    always((template) => {
      for (const [id, { Type, Properties }] of Object.entries(template.Resources)) {
        if (!/SecurityGroup(Ingress)?$/.test(Type)) continue;
        const rules = [Properties?.["SecurityGroupIngress"] ?? [Properties ?? {}]].flat();
        for (const rule of rules as Record<string, unknown>[]) {
          if (rule["CidrIp"] !== "0.0.0.0/0") continue;
          expect(id).toBe("EdgeSecurityGroup");
          expect([80, 443]).toContain(rule["FromPort"]);
          expect(rule["ToPort"]).toBe(rule["FromPort"]);
        }
      }
    });
  });

  it("describes every rule of a security group, in letters that EC2 takes", () => {
    always((template) => {
      for (const { Type, Properties } of Object.values(template.Resources)) {
        if (!Type.startsWith("AWS::EC2::SecurityGroup")) continue;
        const rules = [Properties?.["SecurityGroupIngress"] ?? [], Properties?.["SecurityGroupEgress"] ?? []].flat();
        const texts =
          Type === "AWS::EC2::SecurityGroup"
            ? [...rules.map(description), Properties?.["GroupDescription"]]
            : [description(Properties)];
        for (const text of texts) expect(text).toMatch(/^[a-zA-Z0-9. _\-:/()#,@[\]+=&;{}!$*]{1,255}$/);
      }
    });
  });

  it("gives a service or a job either a launch type or a strategy, as ECS wants it", () => {
    always((template) => {
      for (const [id, { Type, Properties }] of Object.entries(template.Resources)) {
        if (Type !== "AWS::ECS::Service" && Type !== "AWS::Scheduler::Schedule") continue;
        const text = JSON.stringify(Properties);
        expect(text.includes("LaunchType"), id).toBe(!text.includes("CapacityProviderStrategy"));
      }
    });
  });

  it("allows no action on everything but those that know no resource", () => {
    const boundless = /^(ecr:GetAuthorizationToken|ssmmessages:(Create|Open)(Control|Data)Channel)$/;
    always((template) => {
      for (const [id, { Type, Properties }] of Object.entries(template.Resources)) {
        if (Type !== "AWS::IAM::Role") continue;
        const policies = (Properties?.["Policies"] ?? []) as unknown as {
          PolicyDocument: { Statement: Statement[] };
        }[];
        for (const { Action, Resource } of policies.flatMap(({ PolicyDocument }) => PolicyDocument.Statement)) {
          for (const action of Action) {
            expect(action, id).not.toContain("*");
            if (Resource.includes("*")) expect(action, id).toMatch(boundless);
          }
        }
      }
    });
  });

  it("is the same twice, and whatever the order of the components", () => {
    fc.assert(
      fc.property(anyApp(), fc.infiniteStream(fc.integer()), (input, numbers) => {
        const { text } = synthesize(input);
        const shuffled = [...input.components]
          .map((entry) => ({ entry, at: numbers.next().value }))
          .sort((a, b) => a.at - b.at)
          .map(({ entry }) => entry);
        expect(synthesize(input).text).toBe(text);
        expect(synthesize({ ...input, components: new Map(shuffled) }).text).toBe(text);
      }),
      runs,
    );
  });

  it("is the same whatever the order of connections, secrets, volumes, extensions and routes", () => {
    fc.assert(
      fc.property(anyApp(), (input) => {
        const turned = [...input.components].map(([name, component]): [string, typeof component] => [
          name,
          Object.fromEntries(
            Object.entries(component).map(([key, value]) =>
              ["connections", "secrets", "volumes", "extensions", "routes"].includes(key)
                ? [key, [...value].reverse()]
                : [key, value],
            ),
          ) as unknown as typeof component,
        ]);
        const paths = (text: string) => text.replaceAll(/routes\.\d+/g, "routes");
        const other = synthesize({ ...input, components: new Map(turned) }).text;
        expect(paths(other)).toBe(paths(synthesize(input).text));
      }),
      runs,
    );
  });
});

describe("a synthesis", () => {
  it("is named after the application and its environment, and carries their tags", () => {
    const result = synthesize(app([web("web")], { tags: { team: "shop" }, protected: true }));
    expect(result.stackName).toBe("shop-test");
    expect(result.tags).toEqual({ "stackwright:application": "shop", "stackwright:environment": "test", team: "shop" });
    expect(result.capabilities).toEqual(["CAPABILITY_IAM"]);
    expect(result.terminationProtection).toBe(true);
    expect(JSON.parse(result.text)).toEqual(result.template);
  });

  it("gives each resource the path where the manifest says it", () => {
    const input = app([database("db")], { source: (path) => ["environments", "production", ...path] });
    expect(synthesize(input).origins.get("DbParameterGroup")).toEqual({
      component: "db",
      path: ["environments", "production", "components", "db", "version"],
    });
  });

  it("lists its outputs with addresses first, as the template has them", () => {
    for (const { app: sample } of sampleApps()) {
      const { outputs, template } = synthesize(sample);
      expect(outputs.map(({ key }) => key)).toEqual(Object.keys(template.Outputs));
      expect(outputs[0]).toEqual({ key: "EdgeUrl", label: "Address", component: "edge" });
    }
  });

  it("of every sample is small enough to be sent with a call", () => {
    for (const { name, app: sample } of sampleApps()) {
      expect(Buffer.byteLength(synthesize(sample).text), name).toBeLessThanOrEqual(51_200);
    }
  });

  it("does not change the application that it is given", () => {
    const input = app([
      web("web", { env: [{ name: "A", value: ["b"] }] }),
      database("db", { extensions: ["vector", "citext"] }),
    ]);
    const before = JSON.stringify([...input.components]);
    synthesize(input);
    expect(JSON.stringify([...input.components])).toBe(before);
  });
});

interface Statement {
  readonly Action: readonly string[];
  readonly Resource: readonly unknown[];
}

function isIntrinsic(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  const [key, ...rest] = Object.keys(value);
  return rest.length === 0 && key !== undefined && (key === "Ref" || key.startsWith("Fn::"));
}

/** Attributes that AWS's specification has as properties, which name the resource. */
function identifiers(type: string): readonly string[] {
  return specification.type(type)?.identifiers ?? [];
}

function asResources(template: Template): Template["Resources"] {
  return Object.fromEntries(
    Object.entries(template.Outputs).map(([key, Value]) => [
      `Outputs ${key}`,
      { Type: "Output", Properties: { Value } },
    ]),
  ) as unknown as Template["Resources"];
}

const description = (rule: unknown): unknown => (rule as Record<string, unknown> | undefined)?.["Description"];
