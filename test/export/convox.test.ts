import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import type { Exported } from "../../extension/targets/export/exported";
import { exportAs, read, shop, told } from "./read";

const written = (components: string) => exportAs("convox", read(shop(components)));
const convoxYml = ({ files }: Exported) => parse(files.get("convox.yml") ?? "");

describe("a service on Convox", () => {
  it("is public where a route leads to it, with its domains", () => {
    const { services } = convoxYml(
      written(`
edge:
  type: load-balancer
  domain: [example.com, www.example.com]
  hostedZone: Z0123456789ABCDEFGHIJ
  routes: [{ to: web }]
web: { type: web, image: nginx, port: 80, sticky: 60s }
api: { type: web, image: nginx, port: 81 }`),
    );
    expect(services.web).toMatchObject({ port: 80, domain: "example.com,www.example.com", sticky: true });
    expect(services.web).not.toHaveProperty("internal");
    expect(services.api).toMatchObject({ port: 81, internal: true, sticky: false });
  });

  it("is asked for its health as the manifest says", () => {
    const text =
      "web: { type: web, image: nginx, port: 80, healthCheck: { path: /up, interval: 20s, timeout: 4s, gracePeriod: 90s } }";
    expect(convoxYml(written(text)).services.web.health).toEqual({ path: "/up", interval: 20, timeout: 4, grace: 90 });
  });

  it("scales between two numbers by its load, or stays at the lower one", () => {
    const { services } = convoxYml(
      written(`
a: { type: worker, image: nginx, cpu: 0.5, memory: 1Gi, scale: { min: 2, max: 6, cpu: 60, memory: 70 } }
b: { type: worker, image: nginx, scale: 3 }`),
    );
    expect(services.a.scale).toEqual({ count: "2-6", cpu: 500, memory: 1024, targets: { cpu: 60, memory: 70 } });
    expect(services.b.scale.count).toBe(3);
  });

  it("is built from its folder in the repository", () => {
    const exported = written("web: { type: web, build: { context: app, target: run }, port: 80 }");
    expect(convoxYml(exported).services.web.build).toEqual({ path: "app", manifest: "Dockerfile" });
    expect(told(exported).join("\n")).toMatch(/^web\.build\.target: Convox builds the last stage/m);
  });

  it("keeps files on EFS", () => {
    const exported = written("web: { type: web, image: nginx, port: 80, volumes: { up: /up } }");
    expect(convoxYml(exported).services.web.volumeOptions).toEqual([
      { awsEfs: { id: "web-up", accessMode: "ReadWriteMany", mountPath: "/up" } },
    ]);
  });

  it("does not run preDeploy in every process, but tells how to run it once", () => {
    const exported = written("web: { type: web, image: nginx, port: 80, preDeploy: [bin/migrate] }");
    expect(exported.files.get("convox.yml")).not.toContain("bin/migrate");
    expect(told(exported).join("\n")).toContain("web.preDeploy: Run it before a release is promoted");
  });
});

describe("a job on Convox", () => {
  it("is a timer, with a service of no processes for its image", () => {
    const exported = written(
      'nightly: { type: cron, image: example/jobs:1, schedule: "30 3 * * 1-5", command: bin/a && bin/b, env: { A: b } }',
    );
    expect(convoxYml(exported).timers).toEqual({
      nightly: { schedule: "30 3 * * 1-5", command: "sh -c 'bin/a && bin/b'", service: "nightly" },
    });
    const { nightly } = convoxYml(exported).services;
    expect(nightly).toMatchObject({ image: "example/jobs:1", environment: ["A=b"], scale: { count: 0 } });
    expect(nightly).not.toHaveProperty("command");
  });

  it("needs a command, and says so", () => {
    const exported = written('nightly: { type: cron, image: example/jobs:1, schedule: "0 3 * * *" }');
    expect(told(exported)).toContain("nightly.type: A timer needs a command; the image's own is not known.");
  });
});

describe("a resource on Convox", () => {
  it("is called so that its variables get the connection's name", () => {
    const exported = written(`
web: { type: web, image: nginx, port: 80, connections: { db: { as: MAIN_DATABASE } } }
db: { type: postgres }`);
    const { resources, services } = convoxYml(exported);
    expect(Object.keys(resources)).toEqual(["main-database"]);
    expect(services.web.resources).toEqual(["main-database"]);
    expect(services.web).not.toHaveProperty("environment");
    expect(told(exported)).toContain(
      "web.connections: MAIN_DATABASE_PASSWORD is not set. The resource sets MAIN_DATABASE_PASS.",
    );
  });

  it("is managed by AWS, with backups and a standby as the manifest has them", () => {
    const { resources } = convoxYml(
      written(`
db:
  type: mysql
  version: "8.4"
  size: large
  storage: 50Gi
  highAvailability: true
  deletionProtection: true
  backup: { retentionDays: 14, window: "02:00-03:00" }
cache: { type: redis, size: small, replicas: 1 }`),
    );
    expect(resources.db).toEqual({
      type: "rds-mysql",
      options: {
        class: "db.m7g.large",
        version: "8.4",
        storage: 50,
        durable: true,
        encrypted: true,
        deletionProtection: true,
        backupRetentionPeriod: 14,
        preferredBackupWindow: "02:00-03:00",
      },
    });
    expect(resources.cache).toMatchObject({
      type: "elasticache-redis",
      options: { class: "cache.t4g.small", durable: true, transitEncryption: true },
    });
  });
});

describe("a variable on Convox", () => {
  it("has no value when it is a secret, and its command is told", () => {
    const exported = written(
      "web: { type: web, image: nginx, port: 80, secrets: { KEY: { generate: { length: 40 } }, MAIL: { from: shop/mail } } }",
    );
    expect(convoxYml(exported).services.web.environment).toEqual(["KEY", "MAIL"]);
    expect(exported.variables.map(({ name, length }) => [name, length])).toEqual([
      ["KEY", 40],
      ["MAIL", undefined],
    ]);
    expect(exported.next).toEqual([
      "# With these files in the root of the repository, beside stackwright.yaml:",
      "convox apps create shop-default",
      "convox env set KEY=... --app shop-default",
      "convox env set MAIL=... --app shop-default",
      "convox deploy --app shop-default",
    ]);
  });

  it("is filled in by a resource under another name, where its last word says what it is", () => {
    const exported = written(`
web:
  type: web
  image: nginx
  port: 80
  env: { MY_HOST: "\${{ db.host }}", MAIN: "\${{ db.url }}", DB_USER: "\${{ db.user }}", OTHER_PORT: "\${{ db.host }}", SECRET: "\${{ db.password }}" }
db: { type: postgres }`);
    const { web } = convoxYml(exported).services;
    expect(web.resources).toEqual(["db", "db:MAIN", "db:MY_HOST"]);
    expect(web.environment).toEqual(["OTHER_PORT", "SECRET"]);
    expect(told(exported)).toEqual(
      expect.arrayContaining([
        "web.env.OTHER_PORT: Convox cannot fill db.host into OTHER_PORT. It has to be set. The resource sets DB_HOST.",
        "web.env.SECRET: Convox cannot fill db.password into SECRET. It has to be set. The resource sets DB_PASS.",
      ]),
    );
  });

  it("is told when Convox would read something into it", () => {
    const exported = written("web: { type: web, image: nginx, port: 80, env: { A: 'x${B}' } }");
    expect(told(exported)).toContain("web.env.A: Convox puts variables of the app in the place of ${...} in A.");
  });
});
