import { describe, expect, it } from "vitest";
import type { ToHost } from "../../extension/protocol/messages";
import { parseToHost } from "../../extension/protocol/validate";

const accepted: readonly ToHost[] = [
  { type: "ready" },
  { type: "copy", components: ["web", "db"] },
  { type: "paste", id: 5 },
  { type: "duplicate", id: 6, components: ["web"] },
  { type: "discardEdit", id: 7 },
  { type: "saveImage", format: "svg", data: "<svg/>" },
  { type: "print", svg: "<svg/>" },
  { type: "chooseEnvironment", environment: "staging" },
  { type: "reveal", path: ["components", "web", "routes", 0] },
  { type: "reveal", path: [] },
  { type: "revealOffset", offset: 0 },
  { type: "openText" },
  { type: "compare" },
  { type: "showChange" },
  { type: "endCompare" },
  { type: "deploy" },
  { type: "confirmPlan" },
  { type: "discardPlan" },
  { type: "exportPlan", format: "markdown" },
  { type: "copyFailure" },
  { type: "destroy" },
  { type: "closeDeployment" },
  { type: "copyOutput", key: "Url" },
  { type: "openOutput", key: "Url" },
  { type: "showLog" },
  { type: "edit", id: 1, version: 7, operations: [] },
  edit({ kind: "addComponent", name: "web", fields: { type: "web", port: 80, env: {}, command: ["a", null] } }),
  edit({ kind: "addComponent", name: "web", fields: { type: "web" }, position: [-1.5, 2] }),
  edit({ kind: "removeComponent", name: "web" }),
  edit({ kind: "renameComponent", name: "web", to: "app" }),
  edit({ kind: "setField", component: "web", path: ["cpu"], value: 1 }),
  edit({ kind: "setField", component: "web", path: ["env", "constructor"], value: "x", environment: "production" }),
  edit({ kind: "removeField", component: "web", path: ["cpu"] }),
  edit({ kind: "setValue", path: ["region"], value: "eu-west-1" }),
  edit({ kind: "removeValue", path: ["region"] }),
  edit({ kind: "connect", from: "web", to: "db" }),
  edit({ kind: "disconnect", from: "web", to: "db" }),
  edit({ kind: "reconnect", from: "web", to: "db", newFrom: "web", newTo: "cache" }),
  edit({ kind: "pasteComponents", text: "components: {}\n" }),
  edit({ kind: "moveComponents", positions: { web: [1, 2], db: [3, 4] } }),
];

const withOptions: readonly ToHost[] = [
  { type: "copy", components: ["web"], cut: 4 },
  { type: "paste", id: 5, at: [1.5, -2] },
  { type: "discardEdit", id: 7, component: "web", path: ["env", "A"] },
  edit({ kind: "pasteComponents", text: "components: {}\n", at: [0, 0] }),
  edit({ kind: "moveComponents", positions: { web: null, db: [3, 4] } }),
];

function edit(operation: Extract<ToHost, { type: "edit" }>["operations"][number]): ToHost {
  return { type: "edit", id: 1, version: 7, operations: [operation] };
}

describe("parseToHost", () => {
  it.each([...accepted, ...withOptions].map((message) => [JSON.stringify(message), message] as const))(
    "accepts %s",
    (_, message) => {
      expect(parseToHost(structuredClone(message))).toEqual(message);
    },
  );

  it.each(accepted.map((message) => [JSON.stringify(message), message] as const))(
    "refuses %s with a field more",
    (_, message) => {
      expect(parseToHost({ ...message, more: 1 })).toBeUndefined();
    },
  );

  it.each(
    accepted.flatMap((message) =>
      Object.keys(message).map((field) => [field, JSON.stringify(message), message] as const),
    ),
  )("refuses the lack of `%s` in %s", (field, _, message) => {
    const { [field as keyof ToHost]: removed, ...rest } = message;
    expect(removed).toBeDefined();
    expect(parseToHost(rest)).toBeUndefined();
  });

  it.each([
    ["nothing", undefined],
    ["null", null],
    ["a text", "ready"],
    ["a list", [{ type: "ready" }]],
    ["an unknown type", { type: "format-disk" }],
    ["a type that every object has", { type: "constructor" }],
    ["a type from the prototype", Object.create({ type: "ready" })],
    ["an instance of a class", Object.assign(new Map(), { type: "ready" })],
    ["a fractional id", { type: "edit", id: 0.5, version: 1, operations: [] }],
    ["a cut without a number", { type: "copy", components: ["web"], cut: "1" }],
    ["names that are no list", { type: "duplicate", id: 1, components: { 0: "web", length: 1 } }],
    ["a place of three numbers", { type: "paste", id: 1, at: [1, 2, 3] }],
    ["a place that is nowhere", { type: "paste", id: 1, at: [Number.NaN, 0] }],
    ["an image of another kind", { type: "saveImage", format: "html", data: "<script>" }],
    ["an image without end", { type: "print", svg: "x".repeat(50_000_001) }],
    ["a clipboard without end", edit({ kind: "pasteComponents", text: "x".repeat(1_000_001) })],
    ["a path to the prototype", { type: "discardEdit", id: 1, path: ["__proto__", "x"] }],
    ["a command of VS Code", { type: "undo", command: "workbench.action.quit" }],
    ["a negative offset", { type: "revealOffset", offset: -1 }],
    ["an offset that is no number", { type: "revealOffset", offset: Number.NaN }],
    ["operations that are no list", { type: "edit", id: 1, version: 1, operations: {} }],
    ["a list with holes", { type: "edit", id: 1, version: 1, operations: new Array(2) }],
    ["too many operations", { type: "edit", id: 1, version: 1, operations: new Array(10_001).fill(op({ kind: "x" })) }],
    ["a path of objects", { type: "reveal", path: [{}] }],
    ["a path of fractions", { type: "reveal", path: [0.5] }],
    ["a path to the prototype", { type: "reveal", path: ["__proto__"] }],
    ["an endless path", { type: "reveal", path: new Array(33).fill("a") }],
    ["an endless name", { type: "chooseEnvironment", environment: "a".repeat(1_001) }],
  ])("refuses %s", (_, message) => {
    expect(parseToHost(message)).toBeUndefined();
  });

  it.each([
    ["an unknown kind", { kind: "eval", code: "1" }],
    ["a kind that every object has", { kind: "toString" }],
    ["a position of infinity", { kind: "moveComponents", positions: { web: [Number.POSITIVE_INFINITY, 0] } }],
    ["a position of three", { kind: "moveComponents", positions: { web: [1, 2, 3] } }],
    ["a position in words", { kind: "moveComponents", positions: { web: ["1", "2"] } }],
    ["positions in a list", { kind: "moveComponents", positions: [[1, 2]] }],
    ["a value that is no number", { kind: "setValue", path: ["a"], value: Number.NaN }],
    ["a value that is not there", { kind: "setValue", path: ["a"], value: undefined }],
    ["a function", { kind: "setValue", path: ["a"], value: () => 1 }],
    ["a big integer", { kind: "setValue", path: ["a"], value: 1n }],
    ["a date", { kind: "setValue", path: ["a"], value: new Date(0) }],
    ["a map's prototype key", { kind: "setValue", path: ["a"], value: JSON.parse('{"b":[{"__proto__":1}]}') }],
    ["fields that are a list", { kind: "addComponent", name: "a", fields: [] }],
    ["a text without end", { kind: "setValue", path: ["a"], value: "x".repeat(100_001) }],
    ["a value without bottom", { kind: "setValue", path: ["a"], value: nest(40) }],
    ["a value that holds itself", { kind: "setValue", path: ["a"], value: cycle() }],
    ["a value that doubles", { kind: "setValue", path: ["a"], value: bomb() }],
    ["a path in a field's place", { kind: "setField", component: ["web"], path: ["a"], value: 1 }],
  ])("refuses an operation with %s", (_, operation) => {
    expect(parseToHost(op(operation))).toBeUndefined();
  });
});

function op(operation: unknown): unknown {
  return { type: "edit", id: 1, version: 1, operations: [operation] };
}

function nest(depth: number): unknown {
  return depth === 0 ? 1 : [nest(depth - 1)];
}

function cycle(): unknown {
  const map: Record<string, unknown> = {};
  map["self"] = map;
  return map;
}

function bomb(): unknown {
  let value: unknown = "x";
  for (let level = 0; level < 20; level += 1) value = [value, value];
  return value;
}
