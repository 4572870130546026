import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { App } from "../../extension/manifest/app";
import { isService, peersOf } from "../../extension/targets/edges";
import { sourcesOf } from "../../extension/targets/export/variables";
import { appOf, manifestOf } from "./bring";

/** One forum, as different formats describe it: each by a person, in its own words. */
const folder = join(__dirname, "same");
const text = (name: string): string => readFileSync(join(folder, name), "utf8");
const compose = designOf("compose.yaml");

describe("the same application in another format", () => {
  it("is the design that a person would draw", () => {
    expect(compose).toEqual({
      edge: { type: "load-balancer", routes: ["web"] },
      web: { type: "web", command: "bundle exec puma", port: true, ...runs },
      jobs: { type: "worker", command: "bundle exec sidekiq", port: false, ...runs },
      postgres: { type: "postgres", version: "16" },
      redis: { type: "redis" },
    });
  });

  it.each(["render.yaml", "convox.yml"])("gives that design from %s", (file) => {
    expect(designOf(file)).toEqual(compose);
  });

  it("gives that design from app.json and its Procfile, which have no image", () => {
    expect(designOf("app.json", "Procfile")).toEqual(compose);
  });
});

/** Both services have the same: what is shared is one value for both. */
const runs = {
  peers: ["postgres", "redis"],
  DATABASE_URL: "postgres.url",
  REDIS_URL: "redis.url",
  SECRET_KEY_BASE: "shared",
  LOCALE: "de",
};

/** What every one of the formats can say. Stores have the names of their types, since each format has its own. */
function designOf(...files: readonly string[]): Readonly<Record<string, unknown>> {
  const app = appOf(manifestOf(Object.fromEntries(files.map((file) => [file, text(file)]))));
  const named = (name: string) => {
    const type = app.components.get(name)?.type;
    return type === "postgres" || type === "redis" ? type : name;
  };
  return Object.fromEntries([...app.components.keys()].map((name) => [named(name), shapeOf(app, name, named)]));
}

function shapeOf(app: App, name: string, named: (name: string) => string): unknown {
  const component = app.components.get(name);
  if (component === undefined) return undefined;
  const { type } = component;
  if (component.type === "load-balancer") return { type, routes: component.routes.map(({ to }) => to) };
  // Render's cache has no version to write.
  if (component.type === "redis") return { type };
  if (!isService(component)) return { type, version: component.version };
  const asked = new Set(["DATABASE_URL", "REDIS_URL", "SECRET_KEY_BASE", "LOCALE"]);
  const variables = [...sourcesOf(app, component)].flatMap(([key, source]) => {
    if (!asked.has(key)) return [];
    if (source.kind === "reference")
      return [[key, `${named(source.reference.component)}.${source.reference.attribute}`]];
    if (source.kind === "secret") return [[key, "from" in source.secret ? "shared" : "its own"]];
    return [[key, source.value.join("")]];
  });
  return {
    type,
    command: component.command?.join(" "),
    port: component.type === "web",
    peers: peersOf(app, component)
      .map((peer) => named(peer.name))
      .sort(),
    ...Object.fromEntries(variables),
  };
}
