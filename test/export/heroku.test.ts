import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import type { Exported } from "../../extension/targets/export/exported";
import { exportAs, read, shop, told } from "./read";

const written = (components: string) => exportAs("heroku", read(shop(components)));
const appJson = ({ files }: Exported) => JSON.parse(files.get("app.json") ?? "");
const herokuYml = ({ files }: Exported) => parse(files.get("heroku.yml") ?? "");

const rails = `
edge: { type: load-balancer, routes: [{ to: site }] }
site:
  type: web
  image: example/site:1
  port: 3000
  memory: 1Gi
  scale: { min: 2, max: 2 }
  connections: { db: { as: DATABASE } }
  preDeploy: [bin/rails, "db:migrate"]
jobs: { type: worker, image: example/site:1, command: [bundle, exec, sidekiq -q default], connections: { db: { as: DATABASE } } }
nightly: { type: cron, image: example/site:1, schedule: "0 3 * * *", command: bin/report && bin/mail }
db: { type: postgres, version: "16.4", size: small, storage: 20Gi }
`;

describe("app.json", () => {
  it("has a process for each service, and calls the one that visitors reach web", () => {
    expect(appJson(written(rails)).formation).toEqual({
      web: { quantity: 2, size: "standard-2x" },
      jobs: { quantity: 1, size: "standard-1x" },
      nightly: { quantity: 0, size: "standard-1x" },
    });
  });

  it("takes basic dynos only where all processes can have one each", () => {
    const sizes = (min: number) =>
      Object.values<{ size: string }>(
        appJson(
          written(
            `web: { type: web, image: nginx, port: 80, scale: { min: ${min}, max: 2 } }\njobs: { type: worker, image: a }`,
          ),
        ).formation,
      ).map(({ size }) => size);
    expect(sizes(1)).toEqual(["basic", "basic"]);
    expect(sizes(2)).toEqual(["standard-1x", "standard-1x"]);
  });

  it("attaches a database under the connection's name, in its major version", () => {
    expect(appJson(written(rails)).addons).toEqual([
      { plan: "heroku-postgresql:standard-0", as: "DATABASE", options: { version: "16" } },
      "scheduler:standard",
    ]);
  });

  it.each([
    ["nano", "20Gi", false, "essential-2"],
    ["micro", "40Gi", false, "standard-0"],
    ["micro", "20Gi", true, "premium-0"],
    ["medium", "20Gi", true, "premium-2"],
    ["db.m7g.large", "20Gi", false, "standard-3"],
    ["small", "9000Gi", false, "standard-5"],
  ])("takes for a database of size %s with %s, standby %s, the plan %s", (size, storage, highAvailability, plan) => {
    const db = `db: { type: postgres, size: ${size}, storage: ${storage}, highAvailability: ${highAvailability} }`;
    expect(appJson(written(db)).addons[0].plan).toBe(`heroku-postgresql:${plan}`);
  });

  it("takes the default plan for MySQL, and says that it is small", () => {
    const exported = written("db: { type: mysql, size: large }");
    expect(appJson(exported).addons).toEqual([{ plan: "jawsdb", as: "DB" }]);
    expect(told(exported).join("\n")).toMatch(/^db\.size: The add-on's default plan is taken/m);
  });

  it("is read by a new app alone, which the page says how to make", () => {
    expect(written(rails).next.join("\n")).toContain("https://www.heroku.com/deploy?template=");
  });

  it("generates a secret, or asks for one, and never has its value", () => {
    const exported = written(
      "web: { type: web, image: nginx, port: 80, secrets: { KEY: { generate: { length: 40 } }, MAIL: { from: shop/mail } } }",
    );
    expect(appJson(exported).env).toEqual({
      KEY: { description: "KEY of web.", generator: "secret" },
      MAIL: { description: "The value of the secret shop/mail.", required: true },
    });
    expect(exported.variables.map(({ name }) => name)).toEqual(["MAIL"]);
  });

  it("asks for what Heroku cannot fill in, and says why", () => {
    const exported = written(`
web: { type: web, image: nginx, port: 80, env: { DB: "\${{ db.host }}", A: b } }
db: { type: postgres }`);
    expect(appJson(exported).env).toEqual({
      A: { value: "b" },
      DB: { description: "Made from db.host.", required: true },
    });
    expect(told(exported)).toContain(
      "web.env.DB: Heroku cannot fill db.host into DB. It is asked for when the app is created.",
    );
  });

  it("tells of two values for a variable that all processes share", () => {
    const exported = written(`
a: { type: worker, image: nginx, env: { MODE: one, SAME: x } }
b: { type: worker, image: nginx, env: { MODE: two, SAME: x } }`);
    expect(appJson(exported).env.MODE).toEqual({ value: "one" });
    expect(told(exported).filter((line) => line.includes("share"))).toEqual([
      "b.env.MODE: All processes share MODE, and another component gives it another value. Give one of them a name of its own.",
    ]);
  });

  it("has a name that Heroku takes", () => {
    const text = shop("db: { type: mysql }").replace("name: shop", "name: a-very-long-name-for-a-shop-a-b");
    const { name } = appJson(exportAs("heroku", read(text)));
    expect(name).toBe("a-very-long-name-for-a-shop-a");
  });
});

describe("heroku.yml", () => {
  it("builds an image once for all that run it", () => {
    const exported = written(rails);
    expect(herokuYml(exported)).toEqual({
      build: { docker: { web: "web/Dockerfile" } },
      release: { image: "web", command: ["bin/rails db:migrate"] },
      run: {
        web: { image: "web" },
        jobs: { image: "web", command: ["bundle exec 'sidekiq -q default'"] },
        nightly: { image: "web", command: ["bin/report && bin/mail"] },
      },
    });
    expect(exported.files.get("web/Dockerfile")).toBe("FROM example/site:1\n");
  });

  it("builds from a folder with its target and its arguments", () => {
    const exported = written("web: { type: web, build: { context: app, target: run, args: { RUBY: '3' } }, port: 80 }");
    expect(herokuYml(exported).build).toEqual({
      docker: { web: { dockerfile: "app/Dockerfile", target: "run" } },
      config: { RUBY: "3" },
    });
  });

  it("has the release phase of one component, and tells of the other", () => {
    const exported = written(`
a: { type: worker, image: nginx, preDeploy: [one] }
b: { type: worker, image: nginx, preDeploy: [two] }`);
    expect(herokuYml(exported).release.command).toEqual(["one"]);
    expect(told(exported)).toContain("b.preDeploy: An app has one release phase, which is that of a.");
  });
});

describe("a Procfile", () => {
  it("has a line for each command", () => {
    expect(written(rails).files.get("Procfile")).toBe(
      "release: bin/rails db:migrate\njobs: bundle exec 'sidekiq -q default'\nnightly: bin/report && bin/mail\n",
    );
  });

  it("is left out where the images alone know their commands", () => {
    expect(written("web: { type: web, image: nginx, port: 80 }").files.has("Procfile")).toBe(false);
  });
});

describe("what one app of Heroku cannot be", () => {
  it("is told: a second web component, a route of its own, files that stay", () => {
    const lines = told(
      written(`
edge: { type: load-balancer, routes: [{ to: web }, { to: api, path: /api }] }
web: { type: web, image: nginx, port: 80, volumes: { up: /up } }
api: { type: web, image: nginx, port: 80 }`),
    );
    expect(lines).toContain("edge.routes.1: An app has no routes: all visitors reach web.");
    expect(lines.join("\n")).toMatch(/^api: Visitors reach the process web alone/m);
    expect(lines.join("\n")).toMatch(/^web\.volumes: A dyno's files are gone with it/m);
  });
});
