import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ToHost } from "../../extension/protocol/messages";
import { parseToHost, parseToWebview } from "../../extension/protocol/validate";

const name = fc.constantFrom("web", "db", "a", "constructor", "toString", "valueOf", "");
const path = fc.array(fc.oneof(name, fc.nat(9)), { maxLength: 4 });
const value = fc
  .jsonValue({ noUnicodeString: false })
  .map((json) => JSON.parse(JSON.stringify(json).replaceAll("__proto__", "proto")));
const position = fc.tuple(fc.integer(), fc.integer());
const operation = fc.oneof(
  fc.record({ kind: fc.constant("removeComponent"), name }),
  fc.record({ kind: fc.constant("renameComponent"), name, to: name }),
  fc.record({ kind: fc.constant("setField"), component: name, path, value }),
  fc.record({ kind: fc.constant("setValue"), path, value }),
  fc.record({ kind: fc.constant("connect"), from: name, to: name }),
  fc.record({
    kind: fc.constant("moveComponents"),
    positions: fc.dictionary(fc.constantFrom("a", "b", "c"), position),
  }),
);
const edit = fc.record({
  type: fc.constant("edit"),
  id: fc.nat(),
  version: fc.nat(),
  operations: fc.array(operation, { maxLength: 5 }),
});

/** Every place in a message, as a path. */
function placesIn(message: unknown, at: readonly (string | number)[] = []): readonly (readonly (string | number)[])[] {
  if (typeof message !== "object" || message === null) return [at];
  return [at, ...Object.entries(message).flatMap(([key, inner]) => placesIn(inner, [...at, key]))];
}

function change(message: unknown, [step, ...rest]: readonly (string | number)[], to: unknown): unknown {
  if (step === undefined) return to;
  const copy = (Array.isArray(message) ? [...message] : { ...(message as object) }) as Record<string, unknown>;
  copy[String(step)] = change(copy[String(step)], rest, to);
  return copy;
}

describe("messages at random", () => {
  it("accepts every well-formed edit unchanged", () => {
    fc.assert(
      fc.property(edit, (message) => {
        expect(parseToHost(message)).toBe(message);
      }),
    );
  });

  it.each([
    ["a function", () => 0],
    ["a symbol", Symbol("x")],
    ["infinity", Number.NEGATIVE_INFINITY],
    ["a date", new Date(0)],
    ["a prototype key", JSON.parse('{"__proto__":{}}')],
  ])("refuses an edit in which any one part is %s", (_, intruder) => {
    fc.assert(
      fc.property(edit, fc.nat(), (message, choice) => {
        const places = placesIn(message);
        const place = places[choice % places.length] ?? [];
        expect(parseToHost(change(message, place, intruder))).toBeUndefined();
      }),
    );
  });

  it("never throws, and accepts nothing that is not of a known type", () => {
    const types: ReadonlySet<unknown> = new Set<ToHost["type"] | "picture" | "deployment" | "select" | "edited">([
      ...(["ready", "edit", "chooseEnvironment", "reveal", "revealOffset", "openText"] as const),
      ...(["deploy", "confirmPlan", "discardPlan", "destroy", "closeDeployment", "copyOutput", "openOutput"] as const),
      ...(["showLog", "picture", "deployment", "select", "edited"] as const),
    ]);
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true, withMap: true, withTypedArray: true }), (anything) => {
        for (const parsed of [parseToHost(anything), parseToWebview(anything)]) {
          if (parsed !== undefined) expect(types).toContain(parsed.type);
        }
      }),
    );
  });
});
