import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { applyEdits, edit } from "../../extension/manifest/edit/edit";
import type { Json, Operation, TextEdit } from "../../extension/manifest/edit/operation";
import { openManifest } from "../../extension/manifest/manifest";
import type { Path } from "../../extension/manifest/problem";
import { intend } from "./intend";
import { writeOddly } from "./oddFormatting";

type Fields = { readonly [key: string]: Json };

const names = ["web", "api", "db", "cache", "edge"] as const;
const awkward = fc.constantFrom(
  "x",
  "8080",
  "yes",
  "a: b",
  "a # b",
  "it's",
  "",
  " a ",
  "*a",
  "{x}",
  "a\nb",
  "a\nb\n",
  "-",
  "~",
  "1.5",
  "é🚀",
);
const text = fc.oneof(awkward, fc.string({ maxLength: 8 }), fc.constant("x ${{ db.url }} y"));
const env = fc.dictionary(fc.constantFrom("A", "B", "C", "URL"), text, { minKeys: 1 });
const service = (type: string, targets: readonly string[]) =>
  fc.record(
    {
      type: fc.constant(type),
      image: fc.constant("shop:1"),
      port: fc.integer({ min: 1, max: 9999 }),
      env,
      command: fc.array(text, { minLength: 1, maxLength: 3 }),
      connections: fc.oneof(
        fc.uniqueArray(fc.constantFrom(...targets), { minLength: 1 }),
        fc.dictionary(fc.constantFrom(...targets), fc.constantFrom<Json>({}, { as: "X" }), { minKeys: 1 }),
      ),
      scale: fc.oneof(fc.nat(9), fc.constant({ min: 1, max: 3 })),
    },
    { requiredKeys: ["type", "image"] },
  );
const routes = fc
  .uniqueArray(fc.constantFrom("web", "api"))
  .map((to) => to.map((one, index): Json => ({ to: one, path: index === 0 ? "/" : `/${one}` })));
const components = fc.record({
  web: service("web", ["db", "cache", "api"]),
  api: service("web", ["db", "cache"]),
  db: fc.record(
    { type: fc.constant("postgres"), size: fc.constant("small"), backup: fc.constant({ retentionDays: 3 }) },
    { requiredKeys: ["type"] },
  ),
  cache: fc.constant({ type: "redis" }),
  edge: fc.record({ type: fc.constant("load-balancer"), routes }),
});
const override = fc.record(
  { cpu: fc.constant(2), connections: fc.constantFrom(["db"], ["db", "cache"]) },
  { requiredKeys: [] },
);
const manifests = fc.record(
  {
    name: fc.constant("shop"),
    components,
    environments: fc.record({
      staging: fc.constant({}),
      production: fc.record({
        components: fc.record({ web: override, db: fc.constant({ size: "large" }) }, { requiredKeys: [] }),
      }),
    }),
    canvas: fc.dictionary(fc.constantFrom(...names, "stray"), fc.constant([1, 2]), { minKeys: 1 }),
    tags: fc.constant({ team: "a" }),
  },
  { requiredKeys: ["name", "components"] },
);
const name = fc.constantFrom(...names);
const operation: fc.Arbitrary<Operation> = fc.oneof(
  fc.record({
    kind: fc.constant("addComponent" as const),
    name: fc.constantFrom("jobs", "n8n"),
    fields: service("worker", ["db"]) as fc.Arbitrary<Fields>,
  }),
  fc.record({
    kind: fc.constant("addComponent" as const),
    name: fc.constant("jobs"),
    fields: fc.constant({ type: "redis" }),
    position: fc.constant([5, 6] as const),
  }),
  fc.record({ kind: fc.constant("removeComponent" as const), name }),
  fc.record({ kind: fc.constant("renameComponent" as const), name, to: fc.constantFrom("stray", "other-one") }),
  fc.record({
    kind: fc.constant("setField" as const),
    component: name,
    path: fc.constantFrom(["cpu"], ["env", "A"], ["scale"], ["backup", "window"]),
    value: fc.oneof(text, fc.nat()),
  }),
  fc.record({
    kind: fc.constant("setField" as const),
    component: name,
    path: fc.constantFrom(["env"], ["command"]),
    value: fc.oneof(env, fc.array(text)) as fc.Arbitrary<Json>,
  }),
  fc.record({
    kind: fc.constant("setField" as const),
    component: name,
    path: fc.constant(["cpu"]),
    value: fc.nat(),
    environment: fc.constantFrom("staging", "production", "new"),
  }),
  fc.record({
    kind: fc.constant("removeField" as const),
    component: name,
    path: fc.constantFrom(["port"], ["env", "A"], ["connections"], ["backup", "retentionDays"], ["command", 0]),
  }),
  fc.record({
    kind: fc.constant("setValue" as const),
    path: fc.constantFrom(["region"], ["network", "azs"], ["tags", "team"], ["tags", "x"]),
    value: text,
  }),
  fc.record({
    kind: fc.constant("removeValue" as const),
    path: fc.constantFrom(["tags"], ["tags", "team"], ["environments", "staging"]),
  }),
  fc.record({
    kind: fc.constant("connect" as const),
    from: fc.constantFrom("web", "api", "edge"),
    to: fc.constantFrom("db", "cache", "api", "web"),
  }),
  fc.record({
    kind: fc.constant("disconnect" as const),
    from: fc.constantFrom("web", "api", "edge"),
    to: fc.constantFrom("db", "cache", "api", "web"),
  }),
  fc.record({
    kind: fc.constant("moveComponents" as const),
    positions: fc.dictionary(name, fc.tuple(fc.integer({ min: -999, max: 999 }), fc.nat(999))) as fc.Arbitrary<{
      [name: string]: readonly [number, number];
    }>,
  }),
);

/** Refusals that say that the operation makes no sense here; any other would be a failing of the editor. */
const sensible =
  /^There is (no|already)|is not in the text|already\.$|cannot be connected|has no connection|is a list;|has only/;

function run(json: Json, seed: number, operations: readonly Operation[]) {
  const { text: before, comments } = writeOddly(json as { readonly [key: string]: Json }, seed);
  const result = edit(openManifest(before), operations);
  return { before, comments, result, after: result.ok ? applyEdits(before, result.edits) : undefined };
}

function inverse(before: string, edits: readonly TextEdit[]): readonly TextEdit[] {
  let shift = 0;
  return edits.map(({ range, text: added }) => {
    const start = range.start + shift;
    shift += added.length - (range.end - range.start);
    return { range: { start, end: start + added.length }, text: before.slice(range.start, range.end) };
  });
}

function valueAt(json: Json, path: Path): Json | undefined {
  return path.reduce<Json | undefined>(
    (at, step) => (typeof at === "object" && at !== null ? (at as Fields)[String(step)] : undefined),
    json,
  );
}

const runs = { numRuns: Number(process.env["FAST_CHECK_RUNS"] ?? 150) };

describe("any operation on any formatting", () => {
  it("writes what is meant, or says that it makes no sense", () => {
    fc.assert(
      fc.property(manifests, fc.nat(), operation, (json, seed, one) => {
        const { after, result, before } = run(json, seed, [one]);
        expect(parse(before)).toEqual(json);
        if (!result.ok) expect(result.reason).toMatch(sensible);
        else expect(parse(after ?? "")).toEqual(intend(json, one));
      }),
      runs,
    );
  });

  it("loses no comment but those of what goes", () => {
    fc.assert(
      fc.property(manifests, fc.nat(), operation, (json, seed, one) => {
        const { after, comments } = run(json, seed, [one]);
        if (after === undefined) return;
        const now = parse(after) as Json;
        for (const [comment, owner] of comments) {
          if (after.includes(comment)) continue;
          const parent = owner.slice(0, -1);
          const isGone = valueAt(now, owner) === undefined || valueAt(now, parent) === undefined;
          // Items have no names: which of a list is gone cannot be told from the outcome.
          const isItem = owner.some((step) => typeof step === "number");
          expect(
            isGone || isItem || one.kind === "renameComponent",
            `${comment} of ${owner.join(".")} in\n${after}`,
          ).toBe(true);
          if (one.kind === "renameComponent") expect(owner[0]).toBe("canvas");
        }
      }),
      runs,
    );
  });

  it("leaves every component alone that it does not concern", () => {
    fc.assert(
      fc.property(manifests, fc.nat(), operation, (json, seed, one) => {
        if (one.kind !== "setField" && one.kind !== "removeField" && one.kind !== "moveComponents") return;
        const { before, after } = run(json, seed, [one]);
        if (after === undefined) return;
        const slices = (source: string) =>
          new Map(
            openManifest(source).components.map(({ name: key, range }) => [key, source.slice(range.start, range.end)]),
          );
        const [old, now] = [slices(before), slices(after)];
        for (const [key, slice] of old) {
          const concerned = one.kind !== "moveComponents" && one.component === key && !("environment" in one);
          if (!concerned) expect(now.get(key)).toBe(slice);
        }
      }),
      runs,
    );
  });

  it("can be undone exactly, and changes no line end", () => {
    fc.assert(
      fc.property(
        manifests,
        fc.nat(),
        fc.array(operation, { minLength: 1, maxLength: 4 }),
        (json, seed, operations) => {
          const { before, after, result } = run(json, seed, operations);
          if (!result.ok || after === undefined) return;
          expect(applyEdits(after, inverse(before, result.edits))).toBe(before);
          const lone = /(?<!\r)\n/.test(after);
          if (before.includes("\n")) expect(lone).toBe(/(?<!\r)\n/.test(before));
        },
      ),
      runs,
    );
  });

  it("composes: several at once come to the same text as one after the other", () => {
    fc.assert(
      fc.property(
        manifests,
        fc.nat(),
        fc.array(operation, { minLength: 2, maxLength: 4 }),
        (json, seed, operations) => {
          const { before, after } = run(json, seed, operations);
          let step: string | undefined = before;
          for (const one of operations) {
            if (step === undefined) break;
            const result = edit(openManifest(step), [one]);
            step = result.ok ? applyEdits(step, result.edits) : undefined;
          }
          if (after !== undefined && step !== undefined) expect(parse(after)).toEqual(parse(step));
          expect(after === undefined).toBe(step === undefined);
        },
      ),
      runs,
    );
  });
});
