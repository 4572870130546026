// biome-ignore-all lint/suspicious/noTemplateCurlyInString: manifests and Convox write their variables so
import { describe, expect, it } from "vitest";
import { bring, manifestOf, told } from "./bring";

describe("an app.json with its Procfile", () => {
  const app = JSON.stringify({
    name: "Shop",
    addons: ["heroku-postgresql:mini", { plan: "heroku-redis", options: { version: "6" } }, "papertrail"],
    env: {
      RAILS_ENV: "production",
      SECRET_KEY_BASE: { generator: "secret" },
      TOKEN_FOR_MAIL: { required: false },
      SMTP_PASSWORD: {},
    },
    formation: { web: { quantity: 2, size: "standard-1x" } },
  });
  const files = {
    "app.json": app,
    Procfile: "web: bundle exec puma -p $PORT\nworker: bundle exec sidekiq\nrelease: rake db:migrate\n",
  };

  it("becomes its processes, with the stores that its add-ons are", () => {
    const { text, components } = manifestOf(files);
    expect(components.map(({ name, type }) => `${name}: ${type}`)).toEqual([
      "edge: load-balancer",
      "web: web",
      "worker: worker",
      "database: postgres",
      "redis: redis",
    ]);
    expect(text).toContain("command: bundle exec puma -p $PORT");
    expect(text).toContain("command: [bundle, exec, sidekiq]");
    expect(text).toContain("preDeploy: [rake, db:migrate]");
    expect(text).toMatch(/connections: \[database, redis\]/);
    expect(text).toContain("scale: 2");
    expect(text).toContain("PORT: 8080");
  });

  it("shares a secret that all processes have", () => {
    expect(manifestOf(files).text.match(/SECRET_KEY_BASE: \{ from: shop\/secret-key-base \}/g)).toHaveLength(2);
  });

  it("says what is left: other add-ons, sizes, optional variables", () => {
    const notes = told(manifestOf(files)).join("\n");
    for (const one of [
      "papertrail is an add-on",
      "dyno's size",
      "TOKEN_FOR_MAIL left",
      "Version 6 is not offered; 7 is the nearest",
      "a Dockerfile does",
    ])
      expect(notes).toContain(one);
  });

  it("is refused where it needs a store of another kind", () => {
    expect(bring({ "app.json": '{"name":"a","addons":["mongolab"]}' })).toMatchObject({
      kind: "refused",
      format: "heroku",
    });
    expect(
      manifestOf({ "app.json": '{"name":"a","addons":["mongolab"]}' }, { keepUnsupported: true }).components,
    ).toHaveLength(2);
  });
});

describe("a render.yaml", () => {
  const { text, components, notes } = manifestOf({
    "render.yaml": `
databases:
  - name: shop
    postgresMajorVersion: "16"
services:
  - type: web
    name: shop
    runtime: image
    image: { url: "ghcr.io/shop/web:1" }
    plan: standard
    region: ohio
    healthCheckPath: /up
    preDeployCommand: rake db:migrate
    domains: [shop.example.com]
    disk: { name: files, mountPath: /files }
    envVars:
      - { key: DATABASE_URL, fromDatabase: { name: shop, property: connectionString } }
      - { key: CACHE, fromService: { type: keyvalue, name: cache, property: connectionString } }
      - { key: API, fromService: { type: pserv, name: api, property: hostport } }
      - { key: COOKIE_KEY, generateValue: true }
      - { key: STRIPE_KEY, sync: false }
      - fromGroup: common
  - { type: pserv, name: api, runtime: image, image: { url: "ghcr.io/shop/api:1" } }
  - { type: cron, name: nightly, runtime: image, image: { url: "ghcr.io/shop/web:1" }, schedule: "0 3 * * *", dockerCommand: rake report }
  - { type: keyvalue, name: cache, maxmemoryPolicy: allkeys-lru }
envVarGroups:
  - name: common
    envVars: [{ key: LOG, value: info }]
`,
  });

  it("becomes its services, databases and caches, with names that do not collide", () => {
    expect(components.map(({ name, type }) => `${name}: ${type}`)).toEqual([
      "edge: load-balancer",
      "shop: web",
      "api: web",
      "nightly: cron",
      "cache: redis",
      "shop-db: postgres",
    ]);
  });

  it("keeps the wiring, the groups and the secrets", () => {
    expect(text).toContain("shop-db: { as: DATABASE }");
    expect(text).toContain('CACHE: "${{ cache.url }}"');
    expect(text).toContain('API: "${{ api.host }}:${{ api.port }}"');
    expect(text).toContain("LOG: info");
    expect(text).toContain("COOKIE_KEY: { generate: { length: 32 } }");
    expect(text).toContain("# domain: shop.example.com");
    expect(text).toMatch(/cpu: 1\n/);
    expect(text).toContain("eviction: allkeys-lru");
  });

  it("says at its line what is not carried", () => {
    expect(notes).toContainEqual(
      expect.objectContaining({ field: "region", kind: "left", place: { file: "render.yaml", line: 11 } }),
    );
  });
});

describe("a convox.yml", () => {
  it("of the second and third generation becomes services, resources and timers", () => {
    const { text, components } = manifestOf({
      "convox.yml":
        'environment: [LOG=info]\nresources:\n  main: { type: postgres, options: { version: "15", storage: 50 } }\nservices:\n  web:\n    build: .\n    port: "https:3000"\n    resources: ["main:DATABASE_URL"]\n    health: /up\n    scale: { count: 2-4, cpu: 512, memory: 1024 }\n    environment: [SESSION_SECRET]\ntimers:\n  nightly: { command: bin/report, schedule: "0 3 * * ? *", service: web }\n',
    });
    expect(components.map(({ name, type }) => `${name}: ${type}`)).toEqual([
      "edge: load-balancer",
      "web: web",
      "nightly: cron",
      "main: postgres",
    ]);
    for (const one of [
      "port: 3000",
      "main: { as: DATABASE }",
      "storage: 50Gi",
      "scale: { min: 2, max: 4 }",
      "schedule: 0 3 * * *",
      "LOG: info",
    ])
      expect(text).toContain(one);
  });

  it("of the first generation is a Compose file", () => {
    const { components } = manifestOf({
      "convox.yml":
        "web:\n  build: .\n  ports: ['80:3000']\n  links: [database]\ndatabase:\n  image: convox/postgres\n",
    });
    expect(components.map(({ type }) => type)).toEqual(["load-balancer", "web", "postgres"]);
  });
});

describe("other descriptions", () => {
  it("of CapRover take their defaults, and never a password", () => {
    const imported = manifestOf({
      "shop.yml":
        "captainVersion: 4\nservices:\n  $$cap_appname-db:\n    image: postgres:$$cap_version\n    environment: { POSTGRES_PASSWORD: $$cap_db_pass }\n    caproverExtra: { notExposeAsWebApp: 'true' }\n  $$cap_appname:\n    image: shop:1\n    environment: { DB_HOST: srv-captain--$$cap_appname-db, DB_PASSWORD: $$cap_db_pass }\n    caproverExtra: { containerHttpPort: '3000' }\ncaproverOneClickApp:\n  variables:\n    - { id: $$cap_version, defaultValue: '16' }\n    - { id: $$cap_db_pass, defaultValue: same-for-everybody }\n",
    });
    expect(imported.text).toMatch(/shop-db: \{ as: DB \}[\s\S]*type: postgres\n {4}version: "16"/);
    expect(JSON.stringify(imported)).not.toContain("same-for-everybody");
  });

  it("of Helm are the image and the subcharts, or refused where only templates know", () => {
    const { components } = manifestOf({
      "values.yaml":
        "image: { repository: shop/web, tag: '1' }\nservice: { port: 80, targetPort: 3000 }\npostgresql: { enabled: true }\nredis: { enabled: false }\n",
    });
    expect(components.map(({ type }) => type)).toEqual(["load-balancer", "web", "postgres"]);
    expect(bring({ "values.yaml": "images: { airflow: { repository: a } }\n" })).toMatchObject({
      kind: "refused",
      reason: expect.stringContaining("image.repository"),
    });
  });

  it.each([
    ["package.json", '{"dependencies":{"pg":"^8","bullmq":"^5"}}', 3000],
    ["Gemfile", 'gem "pg"\ngem "sidekiq"\n', 3000],
    ["requirements.txt", "psycopg2-binary==2.9\nredis>=5\n", 8000],
    [
      "go.mod",
      "module shop\nrequire (\n\tgithub.com/jackc/pgx/v5 v5.7.1\n\tgithub.com/redis/go-redis/v9 v9.7.0\n)\n",
      8080,
    ],
  ])("of nothing but %s are an image and the stores that its packages speak to", (file, list, port) => {
    const { components, text } = manifestOf({ [file]: list });
    expect(components.map(({ type }) => type)).toEqual(["load-balancer", "web", "postgres", "redis"]);
    expect(text).toContain(`port: ${port}`);
    expect(text).toContain("connections: [database, redis]");
  });

  it("of discourse_docker, and what nobody knows, are refused with a reason", () => {
    expect(bring({ "app.yml": "templates: [a]\nexpose: ['80:80']\nhooks: {}\n" })).toMatchObject({
      kind: "refused",
      format: "discourse",
    });
    expect(bring({ "notes.txt": "hello" })).toMatchObject({
      kind: "refused",
      reason: expect.stringContaining("no known format"),
    });
  });
});
