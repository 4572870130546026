// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Compose and manifests write their variables so
import { describe, expect, it } from "vitest";
import { bring, compose, manifestOf, services, told } from "./bring";

describe("a database image", () => {
  it("becomes a managed database of the nearest supported version, and says so where that is another", () => {
    const same = compose("db:\n  image: postgres:16.3-alpine");
    expect(same.text).toMatch(/db:\n {4}type: postgres\n {4}version: "16"/);
    expect(same.notes).toEqual([]);
    const older = compose("db:\n  image: bitnami/mysql:5.7");
    expect(older.text).toMatch(/type: mysql\n {4}version: "8.4"/);
    expect(told(older)).toEqual([
      "compose.yaml:3 db.image changed: Version 5.7 is not offered with standard support; 8.4 is the nearest. Try the application with it before moving data.",
    ]);
  });

  it.each([
    ["mariadb:11", "mysql", "MariaDB becomes MySQL"],
    ["timescale/timescaledb:latest-pg16", "postgres", "TimescaleDB becomes PostgreSQL"],
    ["eqalpha/keydb", "redis", "KeyDB becomes Redis"],
  ])("of %s is %s with a note", (image, type, note) => {
    const imported = compose(`store:\n  image: ${image}`);
    expect(imported.components).toEqual([{ name: "store", type }]);
    expect(told(imported).join("\n")).toContain(note);
  });

  it("keeps the extensions that its image is known for", () => {
    expect(compose("db:\n  image: pgvector/pgvector:pg16").text).toContain("extensions: [vector]");
  });
});

describe("the wiring of a service", () => {
  const db =
    "db:\n  image: postgres:17\n  environment: { POSTGRES_USER: me, POSTGRES_PASSWORD: '${PW}', POSTGRES_DB: shop }\n";
  const withEnv = (lines: string): string =>
    compose(`${db}web:\n  image: shop:1\n  ports: ["80:3000"]\n  environment:\n${lines.replaceAll(/^/gm, "    ")}`)
      .text;

  it("becomes a connection where the names are those that one injects", () => {
    const text = withEnv("DATABASE_HOST: db\nDATABASE_USER: me\nDATABASE_PASSWORD: ${PW}\nDATABASE_NAME: shop");
    expect(text).toContain("connections:\n      db: { as: DATABASE }");
    expect(text).not.toContain("env:");
  });

  it("becomes references in URLs of other schemes, with the password encoded", () => {
    expect(withEnv("DSN: postgresql+asyncpg://me:${PW}@db:5432/shop?ssl=on")).toContain(
      'DSN: "postgresql+asyncpg://${{ db.user }}:${{ urlencode(db.password) }}@${{ db.host }}:${{ db.port }}/${{ db.name }}?ssl=on"',
    );
  });

  it.each([
    [
      "host=db port=5432 user=me password=${PW} dbname=shop",
      "host=${{ db.host }} port=5432 user=${{ db.user }} password=${{ db.password }} dbname=${{ db.name }}",
    ],
    [
      "jdbc:postgresql://db/shop?user=me&password=hunter22",
      "jdbc:postgresql://${{ db.host }}:${{ db.port }}/${{ db.name }}?user=${{ db.user }}&password=${{ urlencode(db.password) }}",
    ],
    [
      "me:hunter22@tcp(db:5432)/shop?parseTime=true",
      "${{ db.user }}:${{ db.password }}@tcp(${{ db.host }}:${{ db.port }})/${{ db.name }}?parseTime=true",
    ],
  ])("leaves no login behind in %s", (value, wired) => {
    expect(withEnv(`DSN: "${value}"`)).toContain(`DSN: "${wired}"`);
  });

  it("keeps a password for another service secret", () => {
    const text = compose(
      'api:\n  image: api:1\n  expose: ["8000"]\nweb:\n  image: shop:1\n  environment: { API: "http://me:hunter22@api:8000/" }',
    ).text;
    expect(text).toContain("API: { from: shop/api }");
    expect(text).not.toContain("hunter22");
  });

  it("does not take the name of an engine for a host", () => {
    const text = compose(
      "postgres:\n  image: postgres:17\nweb:\n  image: shop:1\n  environment: { DB_TYPE: postgres, DB_HOST: postgres }",
    ).text;
    expect(text).toContain("DB_TYPE: postgres");
    expect(text).toContain("postgres: { as: DB }");
  });

  it("leads to the address of another service", () => {
    const text = compose(
      'api:\n  image: api:1\n  expose: ["8000"]\nweb:\n  image: shop:1\n  environment: { API: "http://api:8000/v1" }',
    ).text;
    expect(text).toContain('API: "${{ api.url }}/v1"');
  });
});

describe("a secret", () => {
  const one = compose(
    "web:\n  image: shop:1\n  environment:\n    SECRET_KEY_BASE: s3cr3t-s3cr3t\n    SMTP_PASSWORD: hunter22\n    STRIPE: sk_live_abcdefghijklmnop1234",
  );

  it("is generated where the application made it up, and asked for where others give it", () => {
    expect(one.text).toContain("SECRET_KEY_BASE: { generate: { length: 64 } }");
    expect(one.text).toContain("SMTP_PASSWORD: { from: shop/smtp-password }");
  });

  it("leaves its value nowhere", () => {
    const all = JSON.stringify(one);
    for (const value of ["s3cr3t", "hunter22", "sk_live"]) expect(all).not.toContain(value);
  });

  it("that an .env file holds is not read at all", () => {
    const imported = compose("web:\n  image: shop:${TAG}\n  environment: [APP_SECRET]", {
      ".env": "TAG=2\nAPP_SECRET=very-hidden-value\n",
    });
    expect(imported.text).toContain("image: shop:2");
    expect(JSON.stringify(imported)).not.toContain("very-hidden");
  });

  it("that several share has to exist before, to be the same for all", () => {
    const text = compose(
      "web:\n  image: a:1\n  environment: [SECRET_KEY]\nworker:\n  image: a:1\n  environment: [SECRET_KEY]",
    ).text;
    expect(text.match(/SECRET_KEY: \{ from: shop\/secret-key \}/g)).toHaveLength(2);
  });
});

describe("what a Compose file can do", () => {
  it("is understood: defaults, anchors, merge keys and extends over files", () => {
    const { text } = manifestOf({
      "compose.yaml":
        "x-base: &base\n  restart: always\n  image: shop:${TAG:-7}\nservices:\n  web:\n    <<: *base\n    extends: { file: common.yaml, service: base }\n    ports: ['8080:3000']\n",
      "common.yaml": "services:\n  base:\n    environment: { A: 1, B: 2 }\n",
    });
    expect(text).toMatch(/image: shop:7\n {4}port: 3000\n {4}env:\n {6}A: 1\n {6}B: 2/);
  });

  it("becomes a preDeploy where a container of the same image ends before another starts", () => {
    const imported = compose(
      "migrate:\n  image: shop:1\n  command: [rake, 'db:migrate']\n  restart: 'no'\nweb:\n  image: shop:1\n  ports: ['80:80']\n  depends_on: { migrate: { condition: service_completed_successfully } }",
    );
    expect(imported.components.map(({ name }) => name)).toEqual(["edge", "web"]);
    expect(imported.text).toContain("preDeploy: [rake, db:migrate]");
  });

  it("is left out with its line and a reason: profiles, binds, kernel capabilities", () => {
    const notes = told(
      compose(
        "web:\n  image: shop:1\n  cap_add: [NET_ADMIN]\n  volumes: ['./nginx.conf:/etc/nginx.conf:ro']\ndebug:\n  image: tool:1\n  profiles: [dev]",
      ),
    );
    expect(notes).toEqual([
      "compose.yaml:4 web.cap_add left: AWS Fargate adds no kernel capabilities.",
      "compose.yaml:5 web.volumes left: ./nginx.conf is a file or folder of this machine, and is not in the cloud. Put it into the image.",
      "compose.yaml:8 -.profiles left: debug belongs to the profile dev, which is not asked for; --profile takes it.",
    ]);
    expect(compose("debug:\n  image: tool:1\n  profiles: [dev]", {}, { profiles: ["dev"] }).components).toHaveLength(1);
  });

  it("is a worker where nothing is listened to, and a private web component where others call it", () => {
    const { components } = compose(
      "jobs:\n  image: shop:1\napi:\n  image: api:1\nweb:\n  image: shop:1\n  ports: ['80:80']\n  environment: { API: 'http://api:9000' }",
    );
    expect(components).toEqual([
      { name: "edge", type: "load-balancer" },
      { name: "jobs", type: "worker" },
      { name: "api", type: "web" },
      { name: "web", type: "web" },
    ]);
  });
});

describe("what cannot be had", () => {
  const mongo = { "compose.yaml": services("web:\n  image: shop:1\n  ports: ['80:80']\ndb:\n  image: mongo:7") };

  it("refuses the file with the reason, and is a container when that is asked for", () => {
    const refused = bring(mongo);
    expect(refused).toMatchObject({
      kind: "refused",
      reason: "db is MongoDB, and there is no managed component for it. --keep-unsupported keeps it as a container.",
    });
    const kept = manifestOf(mongo, { keepUnsupported: true });
    expect(kept.components).toContainEqual({ name: "db", type: "web" });
    expect(told(kept).join("\n")).toContain("It is kept as a container, as asked");
  });

  it.each([
    ["volumes: ['/var/run/docker.sock:/var/run/docker.sock']", "Docker's socket"],
    ["network_mode: host", "the machine's own network"],
    ["privileged: true", "privileged"],
  ])("is left out where nothing depends on it, and refuses else: %s", (line, why) => {
    const helper = `web:\n  image: shop:1\n  ports: ['80:80']\nhelper:\n  image: tool:1\n  ${line}`;
    const without = compose(helper);
    expect(without.components.map(({ name }) => name)).toEqual(["edge", "web"]);
    expect(told(without).join("\n")).toContain(why);
    expect(bring({ "compose.yaml": services(`${helper}\nmore:\n  image: a:1\n  depends_on: [helper]`) }).kind).toBe(
      "refused",
    );
  });

  it.each([
    ["no YAML", "services: [", /compose\.yaml:1/],
    ["no services", "volumes: {}", /no services/],
    [
      "an alias bomb",
      `a: &a [1,1,1,1,1,1,1,1,1,1]\n${[..."bcdefgh"].map((c, i) => `${c}: &${c} [${Array(10).fill(`*${"abcdefgh"[i]}`)}]`).join("\n")}\n`,
      /./,
    ],
    [
      "too many services",
      `services:\n${Array.from({ length: 600 }, (_, index) => `  a${index}: { image: a }\n`).join("")}`,
      /600 services/,
    ],
    ["a text of opening braces", `services:\n  a: { image: "${"${".repeat(100_000)}" }\n`, /./],
    ["a circle of extends", "services:\n  a: { image: x, extends: b }\n  b: { image: x, extends: a }\n", undefined],
  ])("is answered for %s, without a throw", (_, text, reason) => {
    const imported = bring({ "compose.yaml": text });
    if (reason === undefined) expect(told(imported).join()).toContain("in a circle");
    else expect(imported).toMatchObject({ kind: "refused", reason: expect.stringMatching(reason) });
  });

  it("is not looked for outside of the folder", () => {
    const imported = compose("web:\n  image: a:1\n  env_file: [../../etc/passwd, /etc/passwd]");
    expect(imported.missing).toEqual([".env"]);
    expect(told(imported)).toHaveLength(2);
  });
});
