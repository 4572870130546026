import { describe, expect, it } from "vitest";
import { openManifest } from "../../extension/manifest/manifest";
import type { Picture } from "../../extension/protocol/messages";
import { draw } from "../../extension/protocol/picture";
import { parseToWebview } from "../../extension/protocol/validate";

const shop = `name: shop
region: us-east-1
components:
  edge:
    type: load-balancer
    domain: [shop.example.com, www.example.com]
    routes:
      - { to: web, path: / }
      - { to: web, path: /api, host: api.example.com }
  web:
    type: web
    image: shop:1
    port: 80
    cpu: 1
    memory: 2Gi
    scale: { min: 2, max: 6 }
    env: { CACHE: "\${{ cache.url }}", DB: "\${{ db.host }}" }
    connections: { db: { as: DATABASE } }
  nightly:
    type: cron
    image: shop:1
    schedule: "0 3 * * *"
    timezone: Europe/Berlin
    connections: [db, db, gone]
  db: { type: postgres, highAvailability: true }
  cache: { type: redis, replicas: 1 }
  odd: { type: toaster, slots: 2 }
environments:
  staging: {}
  production:
    region: eu-west-1
    components:
      web: { scale: { max: 12 }, connections: [db, cache] }
      db: { size: large, storage: 1Ti }
canvas:
  web: [320, -12.5]
  db: [a, b]
`;

function picture(text: string, environment?: string, previous?: Picture): Picture {
  return draw(openManifest(text), { version: 1, environment, editable: true, deploy: { possible: true }, previous });
}

function component(drawn: Picture, name: string) {
  return drawn.components.find((one) => one.name === name);
}

describe("draw", () => {
  it.each([
    ["edge", "shop.example.com +1 · HTTPS · 2 routes"],
    ["web", "1 vCPU · 2 GiB · 2-6 tasks"],
    ["nightly", "0 3 * * * Europe/Berlin · 0.25 vCPU · 512 MiB"],
    ["db", "PostgreSQL 17 · small · 20 GiB · 2 zones"],
    ["cache", "Redis 8 · micro · 1 replica"],
    ["odd", ""],
  ])("sums up %s as %s", (name, summary) => {
    expect(component(picture(shop), name)?.summary).toBe(summary);
  });

  it("sums up an environment with its overrides merged in", () => {
    const drawn = picture(shop, "production");
    expect(component(drawn, "web")?.summary).toBe("1 vCPU · 2 GiB · 2-12 tasks");
    expect(component(drawn, "db")?.summary).toBe("PostgreSQL 17 · large · 1 TiB · 2 zones");
  });

  it("keeps base and override apart for the inspector", () => {
    const drawn = component(picture(shop, "production"), "db");
    expect(drawn?.fields).toEqual({ type: "postgres", highAvailability: true });
    expect(drawn?.override).toEqual({ size: "large", storage: "1Ti" });
  });

  it("has no override where the environment has none", () => {
    expect(component(picture(shop, "staging"), "db")).not.toHaveProperty("override");
  });

  it("says the region of the environment, of the base, or the default", () => {
    expect(picture(shop, "production").region).toBe("eu-west-1");
    expect(picture(shop, "staging").region).toBe("us-east-1");
    expect(picture("name: a\ncomponents: {}\n").region).toBe("us-east-1");
  });

  it("draws one edge for each pair and kind, and a reference only where nothing is declared", () => {
    expect(picture(shop).edges).toEqual([
      { from: "edge", to: "web", kind: "route", label: "/, api.example.com/api" },
      { from: "web", to: "db", kind: "connection", label: "DATABASE" },
      { from: "web", to: "cache", kind: "reference" },
      { from: "nightly", to: "db", kind: "connection" },
    ]);
  });

  it("draws the edges of the environment", () => {
    expect(picture(shop, "production").edges.filter(({ from }) => from === "web")).toEqual([
      { from: "web", to: "db", kind: "connection" },
      { from: "web", to: "cache", kind: "connection" },
    ]);
  });

  it("puts a component where the canvas section says, and only there", () => {
    const drawn = picture(shop);
    expect(component(drawn, "web")?.position).toEqual([320, -12.5]);
    expect(component(drawn, "db")).not.toHaveProperty("position");
    expect(component(drawn, "edge")).not.toHaveProperty("position");
  });

  it("chooses the first environment when the chosen one is gone", () => {
    expect(picture(shop, "gone").environment).toBe("staging");
    expect(picture("name: a\ncomponents: {}\n", "gone").environment).toBe("default");
  });

  it("resolves aliases and merge keys", () => {
    const text = `name: a
components:
  web: &app { type: worker, image: x, cpu: 2 }
  jobs: { <<: *app, cpu: 4 }
`;
    expect(component(picture(text), "jobs")).toMatchObject({
      type: "worker",
      summary: "4 vCPU · 512 MiB · 1 task",
      fields: { type: "worker", image: "x", cpu: 4 },
    });
  });

  it("keeps components and edges, with the new problems, while the text cannot be read", () => {
    const before = picture(shop);
    const broken = draw(openManifest(shop.replace("shop:1", '"shop:1')), {
      version: 2,
      editable: false,
      deploy: { possible: true },
      previous: before,
    });
    expect(broken).toMatchObject({ readable: false, version: 2, editable: false, name: "shop" });
    expect(broken.components).toBe(before.components);
    expect(broken.edges).toBe(before.edges);
    expect(broken.problems.length).toBeGreaterThan(0);
  });

  it("draws what it can of a text that was broken from the start", () => {
    const drawn = picture('name: a\ncomponents:\n  db:\n    type: postgres\n  web:\n    image: "x\n');
    expect(drawn.readable).toBe(false);
    expect(drawn.components.map(({ name }) => name)).toContain("db");
  });

  it.each([
    ["name: shop\n", "components"],
    ["components: {}\n", "name"],
  ])("puts what %j lacks at the field that is not there", (text, field) => {
    expect(picture(text).problems).toContainEqual(expect.objectContaining({ code: "missing-key", field: [field] }));
  });

  it("puts a problem at its line, component and field", () => {
    const text = "name: a\ncomponents:\n  db:\n    type: postgres\n    backup:\n      windw: x\n";
    expect(picture(text).problems).toContainEqual(
      expect.objectContaining({ code: "unknown-key", line: 6, component: "db", field: ["backup", "windw"] }),
    );
  });

  it("puts an override's problem at the component too", () => {
    const text = `name: a
components:
  db: { type: postgres }
environments:
  staging:
    components:
      db: { siz: large }
`;
    expect(picture(text).problems).toContainEqual(
      expect.objectContaining({ code: "unknown-key", line: 7, component: "db", field: ["siz"] }),
    );
  });

  it.each([
    ["an empty text", ""],
    ["a text that is no map", "- a\n- b\n"],
    ["components that are a list", "name: a\ncomponents: [a, b]\n"],
    ["components without values", "name: a\ncomponents:\n  web:\n  db: 3\n"],
    ["names that every object has", "name: a\ncomponents:\n  __proto__: {}\n  constructor: { type: toString }\n"],
    ["an alias to nothing", "name: a\ncomponents:\n  web: *nope\n"],
    [
      "fields of the wrong kind",
      "name: 3\ncomponents:\n  web: { type: web, scale: [], cpu: {}, env: 3, connections: 3 }\n",
    ],
    ["an environment without a value", "name: a\ncomponents: {}\nenvironments:\n  staging:\n"],
  ])("draws %s as a picture that fits the protocol", (_, text) => {
    const message = { type: "picture", picture: picture(text) };
    expect(parseToWebview(structuredClone(message))).toBeDefined();
  });
});

describe("a manifest that nobody has begun", () => {
  it.each([
    "",
    "\n\n",
    "# the shop\n",
    "name: shop\n",
    "name: shop\ncomponents:\n",
    "name: shop\ncomponents:\n  # soon\n",
  ])("is a picture without components: %j", (text) => {
    expect(picture(text)).toMatchObject({ readable: true, components: [], edges: [] });
  });

  it.each(["name: [", "components: [1]", "shop", `"\u0000"`])("is not one that is wrong: %j", (text) => {
    expect(picture(text).readable).toBe(false);
  });

  it("shows nothing any more once all was deleted", () => {
    expect(picture("", undefined, picture(shop))).toMatchObject({ readable: true, components: [] });
  });

  it("keeps the components while the key above them is being typed", () => {
    const typing = picture(shop.replace("components:", "componen:"), undefined, picture(shop));
    expect(typing.readable).toBe(false);
    expect(typing.components).toHaveLength(6);
  });
});
