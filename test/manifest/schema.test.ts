import { readFileSync } from "node:fs";
import Ajv from "ajv";
import { describe, expect, it } from "vitest";
import { edit } from "../../extension/manifest/edit/edit";
import { openManifest, toJson } from "../../extension/manifest/manifest";
import { componentTypes, manifestSchema, schemaAt } from "../../extension/manifest/schema";
import { assembleSchema, generateTypes, schemaFile, typesFile } from "../../scripts/schema";
import { annotate } from "./board";
import { rich } from "./samples";

interface Published {
  readonly propertyNames?: { readonly pattern?: string };
}

const typeOf = (name: string) => ({ web: "web", db: "postgres", edge: "load-balancer" })[name];

describe("the assembled schema", () => {
  it("is what its parts give", () => {
    expect(JSON.parse(readFileSync(schemaFile, "utf8"))).toEqual(assembleSchema());
  });

  it("and the types are what it gives", async () => {
    const written = readFileSync(typesFile, "utf8").replaceAll("\r\n", "\n");
    expect(await generateTypes(assembleSchema())).toBe(written);
  });

  it("accepts a manifest with everything in it", () => {
    const validate = new Ajv({ strict: false }).compile(assembleSchema());
    const manifest = openManifest(rich);
    expect(manifest.problems, annotate(rich, manifest.problems)).toEqual([]);
    expect(validate(toJson(manifest, manifest.root)), JSON.stringify(validate.errors)).toBe(true);
  });

  it("refers to nothing outside of itself", () => {
    const text = JSON.stringify(assembleSchema());
    const names = [...text.matchAll(/"\$ref":"([^"]*)"/g)].map(([, name]) => name ?? "");
    expect(names.length).toBeGreaterThan(0);
    const definitions = assembleSchema()["definitions"] as { readonly [name: string]: unknown };
    for (const name of names) expect(definitions).toHaveProperty([name.slice("#/definitions/".length)]);
  });
});

describe("the names of a map", () => {
  const names = "name: a\ncomponents:\n  web: { type: redis }\n";

  it.each(["components", "environments", "tags"])(
    "may be a merge in `%s` as it is published, and nowhere else",
    (key) => {
      const published = assembleSchema()["properties"] as { readonly [name: string]: Published };
      const pattern = published[key]?.propertyNames?.pattern ?? "";
      expect(["<<", "web", "<<a", ""].map((name) => new RegExp(pattern, "u").test(name))).toEqual([
        true,
        true,
        false,
        false,
      ]);
      const own = manifestSchema.properties?.[key]?.propertyNames;
      expect(["<<", "web"].map((name) => own?.expression?.test(name))).toEqual([false, true]);
    },
  );

  it.each(["'<<'", '"<<"'])("are no merge in quotes, %s", (name) => {
    const { problems } = openManifest(names.replace("web", name));
    expect(problems.filter(({ severity }) => severity === "error").map(({ code }) => code)).not.toEqual([]);
  });

  it("are not `<<` for a component that is renamed", () => {
    const answer = edit(openManifest(names), [{ kind: "renameComponent", name: "web", to: "<<" }]);
    expect(answer.ok).toBe(false);
  });
});

describe("the table of component types", () => {
  it("is in the order of the palette", () => {
    expect([...componentTypes.keys()]).toEqual([
      "web",
      "worker",
      "cron",
      "load-balancer",
      "postgres",
      "mysql",
      "redis",
    ]);
  });

  it("marks attributes that hold a secret", () => {
    const attributes = [...(componentTypes.get("postgres")?.attributes ?? [])];
    expect(attributes.filter(([, { secret }]) => secret).map(([name]) => name)).toEqual(["url", "password"]);
  });

  it.each([...componentTypes])("starts a new %s with fields that are valid", (type, info) => {
    const fields = { type, ...info.new };
    const { problems } = openManifest(JSON.stringify({ name: "shop", components: { it: fields } }));
    expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
  });
});

describe("the schema at a path", () => {
  it.each([
    [["region"], "Region"],
    [["components", "web", "healthCheck", "interval"], "Interval"],
    [["components", "edge", "routes", 0, "to"], "To"],
    [["components", "db", "size"], "Size"],
    [["components", "web", "secrets", "KEY", "from"], "From"],
    [["environments", "production", "protected"], "Protected"],
    [["environments", "production", "components", "db", "version"], "Version"],
    [["network", "vpc", "id"], "VPC id"],
  ] as const)("is known at %j", (path, title) => {
    expect(schemaAt(path, typeOf)?.title).toBe(title);
  });

  it.each([
    [["nothing"]],
    [["components", "db", "port"]],
    [["components", "web", "constructor"]],
    [["toString"]],
  ] as const)("is nothing at %j", (path) => {
    expect(schemaAt(path, typeOf)).toBeUndefined();
  });
});
