import { describe, expect, it } from "vitest";
import type { App, Database, Web, Worker } from "../../extension/manifest/app";
import { openManifest } from "../../extension/manifest/manifest";
import { annotate } from "./board";

function appOf(text: string, environment?: string): App {
  const manifest = openManifest(text);
  const app = manifest.appFor(environment);
  if (app === undefined) throw new Error(annotate(text, manifest.problems));
  return app;
}

const base = `name: shop
components:
  app:
    type: web
    image: nginx:1.29
    port: 80
    env: { B: "2", A: "\${{ db.host }}:\${{ urlencode(db.password) }}!" }
    secrets: { KEY: { generate: {} } }
    connections: [my-db]
  my-db:
    type: postgres
    storage: 1Ti
  db:
    type: mysql
    deletionProtection: false
  jobs:
    type: worker
    image: busybox:1.37
    command: echo hello
    preDeploy: [migrate]
    scale: 3
environments:
  staging: {}
  production:
    account: "111122223333"
    region: eu-west-1
    protected: true
    components:
      app: { env: { B: "3", C: "4" }, secrets: { KEY: { from: key } }, connections: { my-db: { as: MAIN } } }
      my-db: { size: large }
      jobs: { scale: { min: 1, max: 9 } }
`;
const component = <T>(app: App, name: string) => app.components.get(name) as T;

describe("the model of an environment", () => {
  it("is the only one's, or the default's, when none is asked for", () => {
    expect(openManifest("name: a\ncomponents: {}\n").appFor()?.environment).toBe("default");
    expect(openManifest("name: a\ncomponents: {}\nenvironments: { live: {} }\n").appFor()?.environment).toBe("live");
    expect(openManifest(base).appFor()).toBeUndefined();
  });

  it("does not exist for one that is not named, nor while there is an error", () => {
    expect(openManifest(base).appFor("nowhere")).toBeUndefined();
    expect(openManifest(base.replace("type: mysql", "type: mysq")).appFor("staging")).toBeUndefined();
  });

  it("has the schema's defaults where nothing is written", () => {
    const app = appOf(base, "staging");
    expect(app).toMatchObject({ region: "us-east-1", protected: false, tags: {}, overrides: [] });
    expect(app.network).toEqual({ azs: 2, egress: "nat", cidr: "10.0.0.0/16" });
    expect(component<Web>(app, "app")).toMatchObject({
      cpu: 0.25,
      memory: 512,
      scale: { min: 1, max: 1 },
      healthCheck: { path: "/", interval: 15, timeout: 5, gracePeriod: 60 },
      volumes: [],
      secrets: [{ name: "KEY", generate: { length: 32 } }],
    });
    expect(component<Database>(app, "my-db")).toEqual({
      type: "postgres",
      name: "my-db",
      version: "17",
      size: "small",
      storage: 1024,
      highAvailability: false,
      backup: { retentionDays: 7 },
      extensions: [],
      deletionProtection: false,
      onDelete: "snapshot",
    });
  });

  it("takes the least memory for a processor share, and the other way round", () => {
    const sized = (size: string) =>
      component<Worker>(appOf(`name: a\ncomponents: { a: { type: worker, image: a, ${size} } }\n`), "a");
    expect(sized("cpu: 2")).toMatchObject({ cpu: 2, memory: 4096 });
    expect(sized("memory: 8Gi")).toMatchObject({ cpu: 1, memory: 8192 });
  });

  it("decides for safety, where the environment is protected and nothing is written", () => {
    const text = `name: a
components:
  app: { type: worker, image: a }
  db: { type: postgres }
  cache: { type: redis }
  thrifty: { type: postgres, highAvailability: false, deletionProtection: false, backup: { retentionDays: 1 } }
  alone: { type: redis, replicas: 0 }
  terse: { type: worker, image: a, logs: { retentionDays: 7 } }
environments: { test: {}, live: { protected: true } }
`;
    const of = (environment: string, name: string) => appOf(text, environment).components.get(name);
    expect(of("test", "db")).toMatchObject({ highAvailability: false, backup: { retentionDays: 7 } });
    expect(of("live", "db")).toMatchObject({ highAvailability: true, backup: { retentionDays: 14 } });
    expect([of("test", "cache"), of("live", "cache")]).toMatchObject([{ replicas: 0 }, { replicas: 1 }]);
    expect([of("test", "app"), of("live", "app")]).toMatchObject([
      { logs: { retentionDays: 30 } },
      { logs: { retentionDays: 90 } },
    ]);
    expect(of("live", "thrifty")).toMatchObject({
      highAvailability: false,
      deletionProtection: false,
      backup: { retentionDays: 1 },
    });
    expect(of("live", "alone")).toMatchObject({ replicas: 0 });
    expect(of("live", "terse")).toMatchObject({ logs: { retentionDays: 7 } });
  });

  it("has what a task is run on, and times in seconds", () => {
    const text = `name: a
components:
  edge: { type: load-balancer, routes: [{ to: app }], idleTimeout: 1h }
  app: { type: web, image: a, port: 80, architecture: arm64, spot: true, exec: true, sticky: 2h }
  plain: { type: worker, image: a }
aws: { resources: extra.yaml, templateBucket: my-templates }
`;
    const app = appOf(text, "default");
    expect(app.components.get("edge")).toMatchObject({ idleTimeout: 3600 });
    expect(app.components.get("app")).toMatchObject({ architecture: "arm64", spot: true, exec: true, sticky: 7200 });
    expect(app.components.get("plain")).toMatchObject({ architecture: "x86_64", spot: false, exec: false });
    expect(app).toMatchObject({ resources: { file: "extra.yaml" }, templateBucket: "my-templates" });
  });

  it("expands short forms", () => {
    const jobs = component<Worker>(appOf(base, "staging"), "jobs");
    expect(jobs).toMatchObject({
      command: ["sh", "-c", "echo hello"],
      preDeploy: ["migrate"],
      scale: { min: 3, max: 3 },
    });
    expect(component<Web>(appOf(base, "staging"), "app").connections).toEqual([{ to: "my-db", prefix: "MY_DB" }]);
  });

  it("splits strings at their references, and sorts variables", () => {
    expect(component<Web>(appOf(base, "staging"), "app").env).toEqual([
      {
        name: "A",
        value: [
          { component: "db", attribute: "host", urlencode: false },
          ":",
          { component: "db", attribute: "password", urlencode: true },
          "!",
        ],
      },
      { name: "B", value: ["2"] },
    ]);
  });

  it("merges maps key by key, and replaces lists, plain values and secrets", () => {
    const app = appOf(base, "production");
    expect(app).toMatchObject({ region: "eu-west-1", account: "111122223333", protected: true });
    const web = component<Web>(app, "app");
    expect(web.env.map(({ name, value }) => [name, value.length])).toEqual([
      ["A", 4],
      ["B", 1],
      ["C", 1],
    ]);
    expect(web.secrets).toEqual([{ name: "KEY", from: "key" }]);
    expect(web.connections).toEqual([{ to: "my-db", prefix: "MAIN" }]);
    expect(component<Worker>(app, "jobs").scale).toEqual({ min: 1, max: 9 });
  });

  it("protects the databases of a protected environment that do not say otherwise", () => {
    const app = appOf(base, "production");
    expect(component<Database>(app, "my-db").deletionProtection).toBe(true);
    expect(component<Database>(app, "db").deletionProtection).toBe(false);
  });

  it("gives a route the port of its component", () => {
    const text = base.replace("components:\n", "components:\n  edge: { type: load-balancer, routes: [{ to: app }] }\n");
    expect(appOf(text, "staging").components.get("edge")).toMatchObject({
      certificate: "auto",
      domains: [],
      routes: [{ to: "app", path: "/", port: 80 }],
    });
  });

  it("builds an image from a folder, or from what a map says, with the schema's defaults", () => {
    const text = base
      .replace("image: nginx:1.29", "build: ./app/")
      .replace("image: busybox:1.37", "build: { dockerfile: Dockerfile.jobs, target: run, args: { B: 2, A: true } }");
    const app = appOf(text, "staging");
    expect(component<Web>(app, "app").image).toEqual({ context: "./app/", dockerfile: "Dockerfile", args: [] });
    expect(component<Worker>(app, "jobs").image).toEqual({
      context: ".",
      dockerfile: "Dockerfile.jobs",
      target: "run",
      args: [
        { name: "A", value: "true" },
        { name: "B", value: "2" },
      ],
    });
  });

  it("lets an environment take an image where the base builds one, and build more where the base names a folder", () => {
    const text = base
      .replace("image: nginx:1.29", "build: ./app")
      .replace("app: { env:", "app: { image: shop:1, env:")
      .replace("image: busybox:1.37", "build: ./jobs")
      .replace("jobs: { scale:", "jobs: { build: { target: run }, scale:");
    const app = appOf(text, "production");
    expect(component<Web>(app, "app").image).toBe("shop:1");
    expect(component<Worker>(app, "jobs").image).toMatchObject({ context: "./jobs", target: "run" });
  });

  it.each([
    ["an override", ["components", "my-db", "size"], ["environments", "production", "components", "my-db", "size"]],
    ["the base", ["components", "my-db", "storage"], ["components", "my-db", "storage"]],
    ["what is around a default", ["components", "my-db", "version"], ["components", "my-db"]],
    [
      "a list that an override replaced",
      ["components", "app", "connections", 0],
      ["environments", "production", "components", "app", "connections"],
    ],
    ["the environment's region", ["region"], ["environments", "production", "region"]],
    ["nothing", ["network", "azs"], []],
  ])("knows the place of %s", (_, path, expected) => {
    expect(appOf(base, "production").source(path)).toEqual(expected);
  });
});
