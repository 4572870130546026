import { describe, expect, it } from "vitest";
import type { Component, Service, TemplatePart } from "../../extension/manifest/app";
import { synthesize } from "../../extension/targets/aws/synthesize";
import type { Properties, Resource } from "../../extension/targets/aws/template";
import { evaluate } from "./evaluate";
import { app, balancer, cron, database, redis, web, worker } from "./fixture";

/** What CloudFormation would put in. */
const values = {
  "DbInstance.Endpoint.Address": "db.abc.eu-west-1.rds.amazonaws.com",
  "CacheReplicationGroup.PrimaryEndPoint.Address": "cache.abc.cache.amazonaws.com",
  "EdgeLoadBalancer.DNSName": "edge-1.eu-west-1.elb.amazonaws.com",
  DbMasterPassword: "arn:db-password",
  CacheAuthToken: "arn:cache-token",
  "arn:db-password password": "dbPassw0rd",
  "arn:cache-token password": "cacheT0ken",
  DbConnection: "arn:db",
  CacheConnection: "arn:cache",
  WebEnvironment: "arn:env",
  WebSecretSigningKey: "arn:signing-key",
  "AWS::Partition": "aws",
  "AWS::Region": "eu-west-1",
  "AWS::AccountId": "111122223333",
};

const others: readonly Component[] = [database("db"), redis("cache"), web("api", { port: 3000 }), balancer("edge")];
const ref = (component: string, attribute: string, urlencode = false): TemplatePart => ({
  component,
  attribute,
  urlencode,
});

function made(service: Partial<Service>, peers = others): Readonly<Record<string, Resource>> {
  return synthesize(app([web("web", service as never), ...peers])).template.Resources;
}

/** A container's variables: what stands in clear, and what is read from secrets with its value. */
function variables(all: Readonly<Record<string, Resource>>): Record<string, string> {
  const container = containerOf(all) as Record<string, Properties[]>;
  const clear = (container["Environment"] ?? []).map(({ Name, Value }) => [Name, evaluate(Value, values)]);
  const secrets = (container["Secrets"] ?? []).map(({ Name, ValueFrom }) => [
    Name,
    read(all, String(evaluate(ValueFrom, values))),
  ]);
  return Object.fromEntries([...clear, ...secrets]) as Record<string, string>;
}

function containerOf(all: Readonly<Record<string, Resource>>): Record<string, unknown> {
  const containers = all["WebTaskDefinition"]?.Properties?.["ContainerDefinitions"];
  return (Array.isArray(containers) ? containers[0] : {}) as Record<string, unknown>;
}

/** What ECS does with `arn:json-key::`. */
function read(all: Readonly<Record<string, Resource>>, from: string): string {
  const secrets: Record<string, string> = {
    "arn:db": "DbConnection",
    "arn:cache": "CacheConnection",
    "arn:env": "WebEnvironment",
  };
  const [, arn = "", key = ""] = /^(arn:[a-z-]+)(?::([A-Za-z0-9_]+)::)?$/.exec(from) ?? [];
  const id = secrets[arn];
  if (id === undefined) return `value of ${from}`;
  const text = evaluate(all[id]?.Properties?.["SecretString"], values);
  return (JSON.parse(String(text)) as Record<string, string>)[key] ?? `no ${key} in ${id}`;
}

describe("connections", () => {
  it("inject what a client of a database needs, and the network path", () => {
    const all = made({ connections: [{ to: "db", prefix: "DATABASE" }] });
    expect(variables(all)).toEqual({
      DATABASE_URL: "postgres://app:dbPassw0rd@db.abc.eu-west-1.rds.amazonaws.com:5432/shop",
      DATABASE_HOST: "db.abc.eu-west-1.rds.amazonaws.com",
      DATABASE_PORT: "5432",
      DATABASE_USER: "app",
      DATABASE_PASSWORD: "dbPassw0rd",
      DATABASE_NAME: "shop",
    });
    expect(all["DbFromWebPort5432"]?.Properties).toMatchObject({
      GroupId: { Ref: "DbSecurityGroup" },
      SourceSecurityGroupId: { Ref: "WebSecurityGroup" },
      FromPort: 5432,
    });
  });

  it("inject what a client of MySQL needs", () => {
    const all = made({ connections: [{ to: "db", prefix: "DB" }] }, [database("db", { type: "mysql" })]);
    expect(variables(all)["DB_URL"]).toBe("mysql://app:dbPassw0rd@db.abc.eu-west-1.rds.amazonaws.com:3306/shop");
  });

  it("inject what a client of a cache needs", () => {
    expect(variables(made({ connections: [{ to: "cache", prefix: "CACHE" }] }))).toEqual({
      CACHE_URL: "rediss://:cacheT0ken@cache.abc.cache.amazonaws.com:6379",
      CACHE_HOST: "cache.abc.cache.amazonaws.com",
      CACHE_PORT: "6379",
      CACHE_PASSWORD: "cacheT0ken",
    });
  });

  it("inject where another service is found, under a name that is kept for its tasks", () => {
    const all = made({ connections: [{ to: "api", prefix: "API" }] });
    expect(variables(all)).toEqual({
      API_URL: "http://api.shop-test.internal:3000",
      API_HOST: "api.shop-test.internal",
      API_PORT: "3000",
    });
    expect(all["Namespace"]?.Properties?.["Name"]).toBe("shop-test.internal");
    expect(all["ApiDiscoveryName"]?.Properties?.["Name"]).toBe("api");
    expect(all["ApiService"]?.Properties?.["ServiceRegistries"]).toEqual([
      { RegistryArn: { "Fn::GetAtt": ["ApiDiscoveryName", "Arn"] } },
    ]);
    expect(all["ApiFromWebPort3000"]).toBeDefined();
  });

  it("need no names where nobody looks for one", () => {
    const all = made({});
    expect(
      Object.values(all)
        .map(({ Type }) => Type)
        .filter((type) => type.includes("ServiceDiscovery")),
    ).toEqual([]);
  });

  it("let two services call each other", () => {
    const { Resources } = synthesize(
      app([
        web("a", { connections: [{ to: "b", prefix: "B" }] }),
        web("b", { env: [{ name: "A", value: [ref("a", "url")] }] }),
      ]),
    ).template;
    expect(Resources["AFromBPort8080"]).toBeDefined();
    expect(Resources["BFromAPort8080"]).toBeDefined();
  });
});

describe("a value", () => {
  const given = (...value: TemplatePart[]) => variables(made({ env: [{ name: "A", value }] }))["A"];

  it.each(["plain", "", "${HOME} and ${!HOME}", "$", 'a "quoted" word', "back\\slash\nline", "{{ moustache }}"])(
    "stays what is written: %j",
    (text) => {
      expect(given(...(text === "" ? [] : [text]))).toBe(text);
    },
  );

  it("takes the place of a reference", () => {
    expect(given(ref("db", "host"), ":", ref("db", "port"))).toBe("db.abc.eu-west-1.rds.amazonaws.com:5432");
    expect(given(ref("edge", "url"), "/login")).toBe("http://edge-1.eu-west-1.elb.amazonaws.com/login");
  });

  it("opens the way to what it refers to", () => {
    expect(made({ env: [{ name: "A", value: [ref("cache", "host")] }] })["CacheFromWebPort6379"]).toBeDefined();
  });

  it("with a password in the middle is put together in a secret", () => {
    const all = made({
      env: [{ name: "A", value: ["pg://", ref("db", "user"), ":", ref("db", "password"), '@x?a="${B}"\\'] }],
    });
    expect(variables(all)["A"]).toBe('pg://app:dbPassw0rd@x?a="${B}"\\');
    expect(JSON.stringify(all["WebTaskDefinition"])).not.toContain("{{resolve");
  });

  it("with a password after a dollar is no reference of CloudFormation's", () => {
    expect(given("$", ref("cache", "password"))).toBe("$cacheT0ken");
    expect(given("$", ref("edge", "host"))).toBe("$edge-1.eu-west-1.elb.amazonaws.com");
  });

  it("is encoded as in encodeURIComponent where it says so", () => {
    const url = "postgres://app:dbPassw0rd@db.abc.eu-west-1.rds.amazonaws.com:5432/shop";
    expect(given("https://x/?db=", ref("db", "url", true))).toBe(`https://x/?db=${encodeURIComponent(url)}`);
    expect(given(ref("db", "password", true))).toBe("dbPassw0rd");
    expect(given(ref("edge", "url", true))).toBe(encodeURIComponent("http://edge-1.eu-west-1.elb.amazonaws.com"));
  });
});

describe("a secret", () => {
  const roleOf = (all: Readonly<Record<string, Resource>>) =>
    JSON.stringify(
      evaluate(all["WebExecutionRole"]?.Properties?.["Policies"], { ...values, "WebLogGroup.Arn": "arn:logs" }),
    );

  it("is generated from letters and digits, and kept with the data that it may have encrypted", () => {
    const all = made({ secrets: [{ name: "SIGNING_KEY", generate: { length: 48 } }] });
    expect(all["WebSecretSigningKey"]).toMatchObject({
      DeletionPolicy: "RetainExceptOnCreate",
      UpdateReplacePolicy: "Retain",
      Properties: { GenerateSecretString: { PasswordLength: 48, ExcludePunctuation: true } },
    });
    expect(variables(all)["SIGNING_KEY"]).toBe("value of arn:signing-key");
    expect(roleOf(all)).toContain("arn:signing-key");
  });

  it("goes with a stack that leaves nothing behind", () => {
    const peers = [database("db", { onDelete: "delete" })];
    expect(
      made({ secrets: [{ name: "SIGNING_KEY", generate: { length: 48 } }] }, peers)["WebSecretSigningKey"]
        ?.DeletionPolicy,
    ).toBe("Delete");
  });

  it.each([
    [
      "discourse/smtp",
      "arn:aws:secretsmanager:eu-west-1:111122223333:secret:discourse/smtp",
      "secret:discourse/smtp-??????",
    ],
    [
      "discourse/smtp:password",
      "arn:aws:secretsmanager:eu-west-1:111122223333:secret:discourse/smtp:password::",
      "secret:discourse/smtp-??????",
    ],
    [
      "arn:aws:secretsmanager:eu-west-1:444455556666:secret:smtp-AbCdEf",
      "arn:aws:secretsmanager:eu-west-1:444455556666:secret:smtp-AbCdEf",
      "secret:smtp-AbCdEf",
    ],
    [
      "arn:aws:secretsmanager:eu-west-1:444455556666:secret:smtp-AbCdEf:password::",
      "arn:aws:secretsmanager:eu-west-1:444455556666:secret:smtp-AbCdEf:password::",
      "secret:smtp-AbCdEf",
    ],
    [
      "arn:aws:ssm:eu-west-1:444455556666:parameter/smtp",
      "arn:aws:ssm:eu-west-1:444455556666:parameter/smtp",
      "ssm:GetParameters",
    ],
  ])("that exists is taken from %s, and may be read", (from, expected, allowed) => {
    const all = made({ secrets: [{ name: "SMTP", from }] });
    expect(variables(all)["SMTP"]).toBe(`value of ${expected}`);
    expect(roleOf(all)).toContain(allowed);
  });

  it("may be read by nobody else", () => {
    const { Resources } = synthesize(
      app([web("web", { secrets: [{ name: "KEY", generate: { length: 8 } }] }), worker("jobs"), cron("night")]),
    ).template;
    for (const id of ["JobsExecutionRole", "NightExecutionRole"]) {
      expect(JSON.stringify(Resources[id])).not.toContain("secretsmanager");
    }
  });
});

describe("a change of a secret", () => {
  const label = (service: Partial<Service>) => {
    const container = containerOf(made(service));
    return container["DockerLabels"];
  };

  it("changes the task definition, so that tasks are started that read it", () => {
    const before = label({ env: [{ name: "A", value: ["x", ref("db", "password")] }] });
    expect(label({ env: [{ name: "A", value: ["y", ref("db", "password")] }] })).not.toEqual(before);
    expect(label({ secrets: [{ name: "A", generate: { length: 8 } }] })).not.toEqual(
      label({ secrets: [{ name: "A", generate: { length: 9 } }] }),
    );
  });

  it("is noticed when a database is replaced", () => {
    expect(JSON.stringify(label({ connections: [{ to: "db", prefix: "DB" }] }))).toContain(
      "${DbInstance.Endpoint.Address}",
    );
  });

  it("does not concern a container without secrets", () => {
    expect(label({ env: [{ name: "A", value: ["b"] }] })).toBeUndefined();
  });
});
