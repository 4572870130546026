import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import type { Exported } from "../../extension/targets/export/exported";
import { exportAs, read, shop, told } from "./read";

interface Blueprint {
  readonly services: readonly (Record<string, unknown> & {
    readonly name: string;
    readonly envVars?: readonly EnvVar[];
  })[];
  readonly databases?: readonly Record<string, unknown>[];
}
type EnvVar = Record<string, unknown> & { readonly key: string };

const written = (components: string) => exportAs("render", read(shop(components)));
const blueprint = ({ files }: Exported): Blueprint => parse(files.get("render.yaml") ?? "");

/** A service by its component's name. */
function service(exported: Exported, name: string) {
  const found = blueprint(exported).services.find((each) => each.name === `shop-default-${name}`);
  if (found === undefined) throw new Error(`There is no service ${name}.`);
  return found;
}

const variable = (exported: Exported, name: string, key: string) =>
  service(exported, name).envVars?.find((each) => each.key === key);

describe("a service on Render", () => {
  it("has visitors where a route leads to it, and is private else", () => {
    const exported = written(`
edge: { type: load-balancer, routes: [{ to: web }] }
web: { type: web, image: nginx, port: 80, healthCheck: { path: /up } }
api: { type: web, image: nginx, port: 81, healthCheck: { path: /up } }
jobs: { type: worker, image: nginx }`);
    expect(service(exported, "web")).toMatchObject({ type: "web", healthCheckPath: "/up" });
    expect(service(exported, "api")).toMatchObject({ type: "pserv" });
    expect(service(exported, "api")).not.toHaveProperty("healthCheckPath");
    expect(service(exported, "jobs")["type"]).toBe("worker");
  });

  it.each([
    ["nginx:1.29", "docker.io/library/nginx:1.29"],
    ["discourse/discourse:3", "docker.io/discourse/discourse:3"],
    ["ghcr.io/example/app:1", "ghcr.io/example/app:1"],
    ["localhost:5000/app", "localhost:5000/app"],
  ])("names the registry of the image %s", (image, url) => {
    const exported = written(`jobs: { type: worker, image: "${image}" }`);
    expect(service(exported, "jobs")).toMatchObject({ runtime: "image", image: { url } });
  });

  it("is built from its folder in the repository", () => {
    const exported = written(
      "jobs: { type: worker, build: { context: ./jobs, dockerfile: deploy/Dockerfile, args: { A: b } } }",
    );
    expect(service(exported, "jobs")).toMatchObject({
      runtime: "docker",
      dockerContext: "./jobs",
      dockerfilePath: "./jobs/deploy/Dockerfile",
    });
    expect(told(exported).join("\n")).toContain("jobs.build.args: Render hands a build all variables");
  });

  it.each([
    [0.25, "512Mi", "starter"],
    [1, "2Gi", "standard"],
    [1, "4Gi", "pro"],
    [2, "16Gi", "pro max"],
  ])("with %s vCPU and %s has the plan %s", (cpu, memory, plan) => {
    const exported = written(`jobs: { type: worker, image: nginx, cpu: ${cpu}, memory: ${memory} }`);
    expect(service(exported, "jobs")["plan"]).toBe(plan);
  });

  it("scales between two numbers by its load, or stays at the lower one", () => {
    const exported = written(`
a: { type: worker, image: nginx, scale: { min: 2, max: 6, cpu: 60 } }
b: { type: worker, image: nginx, scale: 3 }`);
    expect(service(exported, "a")["scaling"]).toEqual({ minInstances: 2, maxInstances: 6, targetCPUPercent: 60 });
    expect(service(exported, "b")["numInstances"]).toBe(3);
  });

  it("with a disk is one instance, has one disk, and says so", () => {
    const exported = written(
      "web: { type: web, image: nginx, port: 80, scale: { min: 2, max: 3, cpu: 50 }, volumes: { up: /up, down: /down } }",
    );
    expect(service(exported, "web")).toMatchObject({
      numInstances: 1,
      disk: { name: "down", mountPath: "/down", sizeGB: 10 },
    });
    expect(told(exported)).toEqual(
      expect.arrayContaining([
        "web.volumes: A service has one disk, which is that of down.",
        "web.scale: A service with a disk is one instance.",
      ]),
    );
  });

  it("runs a job at its times, in UTC", () => {
    const exported = written(
      'nightly: { type: cron, image: nginx, schedule: "30 3 * * 1-5", timezone: Europe/Berlin, command: bin/a && bin/b }',
    );
    expect(service(exported, "nightly")).toMatchObject({
      type: "cron",
      schedule: "30 3 * * 1-5",
      dockerCommand: "sh -c 'bin/a && bin/b'",
    });
    expect(told(exported)).toContain("nightly.timezone: Render counts in UTC.");
  });
});

describe("a variable on Render", () => {
  const stores = "\ndb: { type: postgres }\ncache: { type: redis }";

  it("is filled in by Render from a database, a cache and another service", () => {
    const exported = written(`
web: { type: web, image: nginx, port: 80, connections: [db, cache], env: { API: "\${{ api.host }}" } }
api: { type: web, image: nginx, port: 81 }${stores}`);
    expect(variable(exported, "web", "DB_NAME")).toEqual({
      key: "DB_NAME",
      fromDatabase: { name: "shop-default-db", property: "database" },
    });
    expect(variable(exported, "web", "CACHE_URL")).toEqual({
      key: "CACHE_URL",
      fromService: { type: "keyvalue", name: "shop-default-cache", property: "connectionString" },
    });
    expect(variable(exported, "web", "API")).toEqual({
      key: "API",
      fromService: { type: "pserv", name: "shop-default-api", property: "host" },
    });
  });

  it("is generated or asked for when it is a secret", () => {
    const exported = written(
      "web: { type: web, image: nginx, port: 80, secrets: { KEY: { generate: {} }, MAIL: { from: shop/mail } } }",
    );
    expect(variable(exported, "web", "KEY")).toEqual({ key: "KEY", generateValue: true });
    expect(variable(exported, "web", "MAIL")).toEqual({ key: "MAIL", sync: false });
    expect(exported.variables).toEqual([{ name: "MAIL", about: "The value of the secret shop/mail, for web." }]);
  });

  it("is asked for when a password stands in the middle of it, and left out when nobody wrote it", () => {
    const exported = written(`
web: { type: web, image: nginx, port: 80, connections: [cache], env: { URL: "x://\${{ db.password }}@y" } }${stores}`);
    expect(variable(exported, "web", "URL")).toEqual({ key: "URL", sync: false });
    expect(variable(exported, "web", "CACHE_PASSWORD")).toBeUndefined();
    expect(told(exported)).toEqual(
      expect.arrayContaining([
        "web.env.URL: Render cannot fill db.password into URL. It is asked for when the Blueprint is applied.",
        "web.connections: Render cannot fill cache.password into CACHE_PASSWORD. The variable is not set.",
      ]),
    );
  });

  it("has the address of the front: its domain, or what Render calls it", () => {
    const components = (domain: string) => `
edge: { type: load-balancer, ${domain} routes: [{ to: web }] }
web: { type: web, image: nginx, port: 80, env: { SELF: "\${{ edge.url }}/x", HOST: "\${{ edge.host }}" } }`;
    const named = written(components("domain: example.com, hostedZone: Z0123456789ABCDEFGHIJ,"));
    expect(variable(named, "web", "SELF")?.["value"]).toBe("https://example.com/x");
    expect(service(named, "web")["domains"]).toEqual(["example.com"]);
    const unnamed = written(components(""));
    expect(variable(unnamed, "web", "HOST")?.["fromService"]).toEqual({
      type: "web",
      name: "shop-default-web",
      envVarKey: "RENDER_EXTERNAL_HOSTNAME",
    });
  });

  it("tells Render the port, unless somebody set PORT", () => {
    const exported = written(`
a: { type: web, image: nginx, port: 80 }
b: { type: web, image: nginx, port: 80, env: { PORT: 8080 } }`);
    expect(variable(exported, "a", "PORT")).toEqual({ key: "PORT", value: "80" });
    expect(service(exported, "b").envVars).toEqual([{ key: "PORT", value: "8080" }]);
  });
});

describe("a store on Render", () => {
  it("is a database in its version, with a plan that can have a standby", () => {
    const exported = written(
      'db: { type: postgres, version: "16.4", size: micro, storage: 22Gi, highAvailability: true }',
    );
    expect(blueprint(exported).databases).toEqual([
      {
        name: "shop-default-db",
        plan: "pro-8gb",
        region: "frankfurt",
        postgresMajorVersion: "16",
        databaseName: "shop",
        user: "app",
        diskSizeGB: 25,
        highAvailability: { enabled: true },
        ipAllowList: [],
      },
    ]);
  });

  it("is missing when it is MySQL, and that is told", () => {
    const exported = written("db: { type: mysql }\njobs: { type: worker, image: nginx, connections: [db] }");
    expect(blueprint(exported).databases).toBeUndefined();
    expect(service(exported, "jobs").envVars).toBeUndefined();
    expect(told(exported)).toContain("db: Render has no managed MySQL. Nothing stands in its place.");
  });

  it("is closed to the internet", () => {
    expect(service(written("cache: { type: redis, eviction: allkeys-lru }"), "cache")).toMatchObject({
      type: "keyvalue",
      maxmemoryPolicy: "allkeys-lru",
      ipAllowList: [],
    });
  });
});

describe("routes on Render", () => {
  it("by host are domains of the service; by path they are told", () => {
    const exported = written(`
edge:
  type: load-balancer
  domain: [example.com, admin.example.com]
  hostedZone: Z0123456789ABCDEFGHIJ
  routes: [{ to: web }, { to: admin, host: admin.example.com }, { to: api, path: /api }]
web: { type: web, image: nginx, port: 80 }
admin: { type: web, image: nginx, port: 80 }
api: { type: web, image: nginx, port: 80 }`);
    expect(service(exported, "web")["domains"]).toEqual(["example.com"]);
    expect(service(exported, "admin")["domains"]).toEqual(["admin.example.com"]);
    expect(told(exported)).toContain(
      "edge.routes.2: Render leads no path to another service. api has an address of its own, and takes /api there.",
    );
  });
});
