import { describe, expect, it } from "vitest";
import { componentSchema, componentTypes } from "../../extension/manifest/schema";
import { readNumber } from "../../webview/controls/readNumber";
import { connectionsOf, defaultPrefix, toMap } from "../../webview/inspector/connections";
import { type FieldModel, fieldsOf } from "../../webview/inspector/fieldModel";
import { placeholderOf } from "../../webview/inspector/placeholder";
import { isMap, merge, show, valueAt } from "../../webview/inspector/values";

function field(type: string, ...path: readonly string[]): FieldModel {
  let fields = fieldsOf(componentSchema(type));
  let found: FieldModel | undefined;
  for (const step of path) {
    found = fields.find((candidate) => candidate.path.at(-1) === step);
    fields = found?.fields ?? [];
  }
  if (found === undefined) throw new Error(`${type} has no field ${path.join(".")}`);
  return found;
}

describe("the form of a component", () => {
  it.each([
    ["web", "image", "text"],
    ["web", "port", "number"],
    ["web", "cpu", "choice"],
    ["web", "command", "command"],
    ["web", "preDeploy", "command"],
    ["web", "env", "map"],
    ["web", "volumes", "map"],
    ["web", "secrets", "secrets"],
    ["web", "connections", "connections"],
    ["web", "scale", "scale"],
    ["web", "healthCheck", "group"],
    ["postgres", "highAvailability", "boolean"],
    ["postgres", "extensions", "list"],
    ["postgres", "size", "text"],
    ["postgres", "backup", "group"],
    ["load-balancer", "domain", "list"],
    ["load-balancer", "routes", "routes"],
    ["redis", "eviction", "choice"],
  ])("gives %s's %s the editor for a %s", (type, key, kind) => expect(field(type, key).kind).toBe(kind));

  it("has a field for everything in the schema but the type", () => {
    for (const { type, schema } of componentTypes.values()) {
      const keys = Object.keys(schema.properties ?? {}).filter((key) => key !== "type");
      expect(fieldsOf(componentSchema(type)).map(({ path }) => path[0])).toEqual(keys);
    }
  });

  it("gives every field a title and a description", () => {
    for (const { schema } of componentTypes.values()) {
      for (const { title, description } of fieldsOf(schema)) expect([title, description]).not.toContain("");
    }
  });

  it("knows what is common and what is required", () => {
    expect(field("web", "image")).toMatchObject({ isCommon: true, isRequired: false });
    expect(field("web", "port")).toMatchObject({ isCommon: true, isRequired: true });
    expect(field("web", "volumes")).toMatchObject({ isCommon: false, isRequired: false });
  });

  it("puts the fields of a group under its path", () => {
    expect(field("web", "healthCheck", "interval")).toMatchObject({
      path: ["healthCheck", "interval"],
      fallback: "15s",
    });
  });

  it("offers the values of an enumeration, of its variants, and examples", () => {
    expect(field("web", "cpu").values).toContain(0.25);
    expect(field("postgres", "size").values).toContain("large");
    expect(field("web", "memory").values).toContain("512Mi");
    expect(field("postgres", "extensions").values).toContain("vector");
  });
});

describe("what a field shows while nothing is written", () => {
  const model = field("web", "memory");
  it("is the default", () => expect(placeholderOf({ model, inherited: undefined })).toBe("512Mi (default)"));
  it("is the base's value before the default", () =>
    expect(placeholderOf({ model, inherited: "2Gi" })).toBe("Base: 2Gi"));
  it("says that it is required", () => {
    expect(placeholderOf({ model: field("web", "port"), inherited: undefined })).toBe("Required");
  });
});

describe("values", () => {
  it("are found by their path", () => expect(valueAt({ a: [{ b: 1 }] }, ["a", 0, "b"])).toBe(1));
  it("are undefined where nothing stands", () => expect(valueAt({ a: 1 }, ["a", "b"])).toBeUndefined());
  it("are not found on the prototype", () => expect(valueAt({}, ["constructor"])).toBeUndefined());
  it("are merged key by key", () =>
    expect(merge({ a: 1, b: { c: 1, d: 2 } }, { b: { c: 9 } })).toEqual({ a: 1, b: { c: 9, d: 2 } }));
  it("replace a list whole", () => expect(merge([1, 2], [3])).toEqual([3]));
  it("tell a map from a list and from null", () =>
    expect([isMap({}), isMap([]), isMap(null)]).toEqual([true, false, false]));
  it("are shown in one line", () => expect([show(1), show(null), show({ a: 1 })]).toEqual(["1", "", '{"a":1}']));
});

describe("connections", () => {
  it("are read from a list", () =>
    expect([...connectionsOf(["db", "cache"])]).toEqual([
      ["db", undefined],
      ["cache", undefined],
    ]));
  it("are read from a map, with prefixes and without", () => {
    expect([...connectionsOf({ db: { as: "MAIN" }, cache: null })]).toEqual([
      ["db", "MAIN"],
      ["cache", undefined],
    ]);
  });
  it("become a map for a prefix, and keep the others", () => {
    expect(toMap(connectionsOf({ db: {}, cache: { as: "C" } }), "db", "MAIN")).toEqual({
      db: { as: "MAIN" },
      cache: { as: "C" },
    });
  });
  it("have a prefix made of the name", () => expect(defaultPrefix("main-db")).toBe("MAIN_DB"));
});

describe("reading a number", () => {
  const port = { whole: true, minimum: 1, maximum: 65535 };
  it.each([
    ["80", 80],
    [" 8080 ", 8080],
  ])("takes %j", (text, value) => expect(readNumber(text, port)).toEqual({ ok: true, value }));
  it("takes nothing as nothing", () => expect(readNumber("", port)).toEqual({ ok: true, value: undefined }));
  it.each([
    ["eighty", "number"],
    ["1.5", "whole"],
    ["0", "at least 1"],
    ["65536", "at most 65535"],
    ["Infinity", "number"],
  ])("refuses %j with the reason", (text, reason) => {
    const answer = readNumber(text, port);
    expect(answer.ok ? "" : answer.reason).toContain(reason);
  });
});
