import { describe, expect, it } from "vitest";
import type { PatchOperation } from "../../extension/manifest/app";
import { applyOperation, parsePointer } from "../../extension/targets/aws/overrides/jsonPatch";
import { SynthesisError, synthesize } from "../../extension/targets/aws/synthesize";
import { app, web } from "./fixture";

/** Applies operations to a copy of a document. */
function patch(document: unknown, ...operations: PatchOperation[]): object {
  let result = structuredClone(document) as never;
  for (const operation of operations) result = applyOperation(result, operation) as never;
  return result;
}

describe("a JSON Patch", () => {
  it.each<[string, unknown, PatchOperation, unknown]>([
    ["adds a member", { a: 1 }, { op: "add", path: "/b", value: 2 }, { a: 1, b: 2 }],
    ["replaces a member by adding it", { a: 1 }, { op: "add", path: "/a", value: 2 }, { a: 2 }],
    ["adds an item before another", { a: [1, 3] }, { op: "add", path: "/a/1", value: 2 }, { a: [1, 2, 3] }],
    ["adds an item at the end", { a: [1] }, { op: "add", path: "/a/-", value: [2] }, { a: [1, [2]] }],
    ["adds at the place after the last", { a: [1] }, { op: "add", path: "/a/1", value: 2 }, { a: [1, 2] }],
    ["adds null", {}, { op: "add", path: "/a", value: null }, { a: null }],
    ["removes a member", { a: 1, b: 2 }, { op: "remove", path: "/a" }, { b: 2 }],
    ["removes an item", [1, 2, 3], { op: "remove", path: "/1" }, [1, 3]],
    ["replaces an item", [1, 2], { op: "replace", path: "/1", value: 9 }, [1, 9]],
    ["replaces everything", { a: 1 }, { op: "replace", path: "", value: { b: 2 } }, { b: 2 }],
    ["moves a member", { a: { b: 1 }, c: {} }, { op: "move", from: "/a/b", path: "/c/d" }, { a: {}, c: { d: 1 } }],
    ["moves an item", [1, 2, 3], { op: "move", from: "/0", path: "/2" }, [2, 3, 1]],
    ["copies a value", { a: [1] }, { op: "copy", from: "/a", path: "/b" }, { a: [1], b: [1] }],
    [
      "finds what it tests for",
      { a: { b: [1], c: 2 } },
      { op: "test", path: "/a", value: { c: 2, b: [1] } },
      { a: { b: [1], c: 2 } },
    ],
    ["reads escaped keys", { "a/b": 1, "m~n": 2 }, { op: "remove", path: "/a~1b" }, { "m~n": 2 }],
    ["reads an empty key", { "": 1 }, { op: "replace", path: "/", value: 2 }, { "": 2 }],
  ])("%s", (_, document, operation, expected) => {
    expect(patch(document, operation)).toEqual(expected);
  });

  it.each<[string, unknown, PatchOperation, RegExp]>([
    ["removes what is not there", { a: 1 }, { op: "remove", path: "/b" }, /there is no "\/b"/],
    ["replaces what is not there", { a: 1 }, { op: "replace", path: "/b", value: 1 }, /there is no "\/b"/],
    ["adds below what is not there", {}, { op: "add", path: "/a/b", value: 1 }, /there is no "\/a"/],
    ["adds below a string", { a: "x" }, { op: "add", path: "/a/b", value: 1 }, /nothing can stand below "\/a"/],
    ["adds past the end", { a: [1] }, { op: "add", path: "/a/3", value: 1 }, /no place in a list/],
    ["writes a place with a leading zero", { a: [1, 2] }, { op: "remove", path: "/a/01" }, /no place in a list/],
    ["removes at the end that is none", { a: [1] }, { op: "remove", path: "/a/-" }, /no place in a list/],
    ["tests for another value", { a: 1 }, { op: "test", path: "/a", value: "1" }, /another one/],
    ["moves a value into itself", { a: { b: {} } }, { op: "move", from: "/a", path: "/a/b" }, /into itself/],
    ["forgets the value", {}, { op: "add", path: "/a" }, /needs a value/],
    ["forgets where from", {}, { op: "copy", path: "/a" }, /needs "from"/],
    ["reaches for an inherited member", {}, { op: "remove", path: "/constructor" }, /there is no/],
    ["has a pointer without a slash", {}, { op: "remove", path: "a" }, /does not begin with a slash/],
    ["has a lone tilde", {}, { op: "remove", path: "/a~2" }, /must be written ~0/],
  ])("is refused when it %s", (_, document, operation, reason) => {
    expect(() => patch(document, operation)).toThrow(reason);
  });

  it("copies for good: a change to the copy is none to the original", () => {
    const result = patch(
      { a: { x: 1 } },
      { op: "copy", from: "/a", path: "/b" },
      { op: "replace", path: "/b/x", value: 2 },
    );
    expect(result).toEqual({ a: { x: 1 }, b: { x: 2 } });
  });

  it("takes a key called __proto__ for a key", () => {
    const result = patch({}, { op: "add", path: "/__proto__", value: { a: 1 } });
    expect(Object.getPrototypeOf(result)).toBe(Object.prototype);
    expect(Object.keys(result)).toEqual(["__proto__"]);
  });

  it("reads pointers as RFC 6901 has them", () => {
    expect(["", "/", "/a//b", "/~01"].map(parsePointer)).toEqual([[], [""], ["a", "", "b"], ["~1"]]);
  });
});

describe("aws.overrides", () => {
  const overridden = (...overrides: PatchOperation[]) => synthesize(app([web("web")], { overrides }));

  it("change the template last, in order", () => {
    const { template, text } = overridden(
      { op: "replace", path: "/Resources/WebLogGroup/Properties/RetentionInDays", value: 7 },
      {
        op: "copy",
        from: "/Resources/WebLogGroup/Properties/RetentionInDays",
        path: "/Resources/Cluster/Metadata/Days",
      },
    );
    expect(template.Resources["Cluster"]?.Metadata?.["Days"]).toBe(7);
    expect(JSON.parse(text)).toEqual(template);
  });

  it("leave nothing of it in the next synthesis", () => {
    overridden({ op: "remove", path: "/Resources/WebService" });
    expect(synthesize(app([web("web")])).template.Resources["WebService"]).toBeDefined();
  });

  it("are where a resource that they add comes from", () => {
    const topic = { Type: "AWS::SNS::Topic" };
    const { origins, template } = overridden({ op: "add", path: "/Resources/Topic", value: topic });
    expect(origins.get("Topic")).toEqual({ path: ["aws", "overrides", 0] });
    expect(template.Resources["Topic"]).toEqual({ ...topic, Metadata: { Stackwright: { path: "aws.overrides.0" } } });
  });

  it("take a resource that they remove out of the source map", () => {
    expect(overridden({ op: "remove", path: "/Resources/WebService" }).origins.has("WebService")).toBe(false);
  });

  it("take an output that they remove out of the list", () => {
    const { outputs } = overridden({ op: "remove", path: "/Outputs/ClusterName" });
    expect(outputs.map(({ key }) => key)).not.toContain("ClusterName");
  });

  it("fail with the operation's place when one no longer applies", () => {
    const first: PatchOperation = { op: "test", path: "/Description", value: "" };
    const fail = () => overridden({ op: "add", path: "/Metadata", value: {} }, { ...first, path: "/Resources/Gone" });
    expect(fail).toThrow(SynthesisError);
    expect(fail).toThrow('The override "test" at "/Resources/Gone" cannot be applied: there is no "/Resources/Gone".');
    try {
      fail();
    } catch (error) {
      expect(error).toMatchObject({ code: "override", path: ["aws", "overrides", 1] });
    }
  });

  it("fail when they leave no resources", () => {
    expect(() => overridden({ op: "replace", path: "", value: {} })).toThrow("no template with resources");
  });
});
