import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { exportAs, read, shop, told } from "./read";

const written = (components: string, rest = "") => exportAs("compose", read(shop(components, rest)));
const compose = (components: string, rest = "") => parse(written(components, rest).files.get("compose.yaml") ?? "");
const services = (components: string) => compose(components).services;

describe("a Compose file", () => {
  it("has a project of its own for each environment", () => {
    const text = shop("web: { type: web, image: nginx, port: 80 }", "environments: { staging: {} }\n");
    expect(parse(exportAs("compose", read(text)).files.get("compose.yaml") ?? "").name).toBe("shop-staging");
  });

  it("runs a service with its image, its command and its memory", () => {
    const { jobs } = services("jobs: { type: worker, image: example/jobs:2, command: [bin/jobs, --all], memory: 1Gi }");
    expect(jobs).toMatchObject({ image: "example/jobs:2", command: ["bin/jobs", "--all"], mem_limit: "1024m" });
    expect(jobs).not.toHaveProperty("platform");
  });

  it("names the architecture only where somebody chose it", () => {
    const { jobs } = services("jobs: { type: worker, image: example/jobs, architecture: arm64 }");
    expect(jobs.platform).toBe("linux/arm64");
  });

  it("builds from the folder as it is seen from the file", () => {
    const text = "web: { type: web, build: { context: ./app, target: run, args: { RUBY: '3' } }, port: 80 }";
    expect(services(text).web.build).toEqual({
      context: "../app",
      dockerfile: "Dockerfile",
      target: "run",
      args: { RUBY: "3" },
    });
  });

  it("keeps a dollar sign from being read as a variable", () => {
    const { web } = services("web: { type: web, image: nginx, port: 80, command: echo $HOME, env: { PRICE: 5$ } }");
    expect(web.command).toEqual(["sh", "-c", "echo $$HOME"]);
    expect(web.environment.PRICE).toBe("5$$");
  });

  it("injects what connections promise, and waits for a healthy database", () => {
    const { web } = services(`
web: { type: web, image: nginx, port: 80, connections: { db: { as: DATABASE } } }
db: { type: postgres }`);
    expect(web.environment).toEqual({
      DATABASE_HOST: "db",
      DATABASE_NAME: "shop",
      DATABASE_PASSWORD: "${DB_PASSWORD:?set it in .env}",
      DATABASE_PORT: "5432",
      DATABASE_URL: "postgres://app:${DB_PASSWORD:?set it in .env}@db:5432/shop",
      DATABASE_USER: "app",
    });
    expect(web.depends_on).toEqual({ db: { condition: "service_healthy" } });
  });

  it("lets two services call each other", () => {
    const made = services(`
a: { type: web, image: nginx, port: 80, env: { B: "\${{ b.url }}" } }
b: { type: web, image: nginx, port: 81, env: { A: "\${{ a.url }}" } }`);
    expect([made.a.environment.B, made.b.environment.A]).toEqual(["http://b:81", "http://a:80"]);
    expect([made.a.depends_on, made.b.depends_on]).toEqual([undefined, undefined]);
  });

  it("runs preDeploy to its end first, with the same variables", () => {
    const made = services(
      "web: { type: web, image: nginx, port: 80, preDeploy: [bin/migrate], env: { A: b }, volumes: { up: /up } }",
    );
    expect(made["web-pre-deploy"]).toMatchObject({ command: ["bin/migrate"], restart: "no", environment: { A: "b" } });
    expect(made["web-pre-deploy"].volumes).toEqual(made.web.volumes);
    expect(made.web.depends_on).toEqual({ "web-pre-deploy": { condition: "service_completed_successfully" } });
  });

  it("leaves the name of a component to it, even one like that of another's preDeploy", () => {
    const made = services(`
web: { type: web, image: nginx, port: 80, preDeploy: [bin/migrate] }
web-pre-deploy: { type: worker, image: example/other }`);
    expect(made["web-pre-deploy"].image).toBe("example/other");
    expect(made["web-pre-deploy-2"].command).toEqual(["bin/migrate"]);
  });

  it("starts a job only when it is asked for, and says so", () => {
    const text = 'nightly: { type: cron, image: example/jobs, schedule: "0 3 * * *", command: [bin/report] }';
    expect(services(text).nightly).toMatchObject({ profiles: ["cron"], restart: "no", command: ["bin/report"] });
    expect(told(written(text)).join("\n")).toContain("nightly.schedule: Docker Compose has no clock.");
  });

  it("gives volumes names of their own", () => {
    const { volumes } = compose(`
db: { type: mysql }
files: { type: worker, image: example/files, volumes: { data: /data } }
db-x: { type: worker, image: example/files, volumes: { data: /data } }`);
    expect(Object.keys(volumes)).toEqual(["db-data", "db-x-data", "files-data"]);
  });
});

describe("a database in a container", () => {
  it("is one that has the extensions, and creates them", () => {
    const exported = written("db: { type: postgres, version: '16', extensions: [vector, hstore] }");
    expect(parse(exported.files.get("compose.yaml") ?? "").services.db.image).toBe("pgvector/pgvector:pg16");
    expect(exported.files.get("db/extensions.sql")).toBe(
      'CREATE EXTENSION IF NOT EXISTS "hstore" CASCADE;\nCREATE EXTENSION IF NOT EXISTS "vector" CASCADE;\n',
    );
  });

  it("keeps its data where the image of its version has them", () => {
    const volume = (version: string) => services(`db: { type: postgres, version: "${version}" }`).db.volumes[0];
    expect(volume("17")).toBe("db-data:/var/lib/postgresql/data");
    expect(volume("18")).toBe("db-data:/var/lib/postgresql");
  });

  it("shows its password to no list of processes", () => {
    const { cache, db } = services("cache: { type: redis, eviction: allkeys-lru }\ndb: { type: mysql }");
    expect(JSON.stringify([cache.command, db.healthcheck])).not.toContain("${");
    expect(cache.command.at(-1)).toContain("--maxmemory-policy allkeys-lru");
  });
});

describe("the secrets of a Compose file", () => {
  it("are variables without a value", () => {
    const exported = written(`
web: { type: web, image: nginx, port: 80, connections: [db], secrets: { KEY: { generate: { length: 40 } }, MAIL: { from: shop/mail } } }
jobs: { type: worker, image: nginx, secrets: { SMTP: { from: shop/mail } } }
db: { type: postgres }`);
    expect(exported.variables.map(({ name, length }) => [name, length])).toEqual([
      ["DB_PASSWORD", 32],
      ["SMTP", undefined],
      ["WEB_KEY", 40],
    ]);
    const { web, jobs } = parse(exported.files.get("compose.yaml") ?? "").services;
    expect(web.environment.MAIL).toBe(jobs.environment.SMTP);
    const asked = (exported.files.get("compose.yaml") ?? "").matchAll(/\$\{(\w+):\?/g);
    expect([...new Set([...asked].map(([, name]) => name))].sort()).toEqual(["DB_PASSWORD", "SMTP", "WEB_KEY"]);
    expect(exported.files.get(".env.example")?.match(/^[A-Z_]+=.*$/gm)).toEqual(["DB_PASSWORD=", "SMTP=", "WEB_KEY="]);
  });
});

describe("a load balancer on one machine", () => {
  it("is a published port, where one service takes everything", () => {
    const made = services(`
edge: { type: load-balancer, routes: [{ to: web }] }
web: { type: web, image: nginx, port: 80, env: { SELF: "\${{ edge.url }}/x" } }`);
    expect(Object.keys(made)).toEqual(["web"]);
    expect(made.web.ports).toEqual(["${EDGE_PORT:-8080}:80"]);
    expect(made.web.environment.SELF).toBe("http://localhost:${EDGE_PORT:-8080}/x");
  });

  it("is a server that tries the narrower route first, and says no to the rest", () => {
    const exported = written(`
edge:
  type: load-balancer
  domain: [example.com, admin.example.com]
  hostedZone: Z0123456789ABCDEFGHIJ
  routes:
    - { to: web, path: /shop }
    - { to: web, path: /shop/cart*, port: 81 }
    - { to: web, host: admin.example.com }
web: { type: web, image: nginx, port: 80 }`);
    expect(parse(exported.files.get("compose.yaml") ?? "").services.edge.ports).toEqual(["${EDGE_PORT:-8080}:8080"]);
    const targets = [
      ...(exported.files.get("edge/Caddyfile") ?? "").matchAll(/host .*|path .*|reverse_proxy .*|respond .*/g),
    ];
    expect(targets.map(([line]) => line)).toEqual([
      "host admin.example.com",
      "reverse_proxy web:80",
      "path /shop/cart*",
      "reverse_proxy web:81",
      "path /shop /shop/*",
      "reverse_proxy web:80",
      "respond 404",
    ]);
    expect(told(exported).join("\n")).toContain("Only requests for admin.example.com take this route.");
  });
});
