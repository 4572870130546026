import Ajv from "ajv";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Json } from "../../extension/manifest/edit/operation";
import { openManifest } from "../../extension/manifest/manifest";
import type { ProblemCode } from "../../extension/manifest/problem";
import { assembleSchema } from "../../scripts/schema";
import { annotate } from "./board";

const validate = new Ajv({ strict: false }).compile(assembleSchema());
const shape: ReadonlySet<ProblemCode> = new Set([
  "unknown-key",
  "missing-key",
  "wrong-type",
  "invalid-value",
  "invalid-name",
  "conflicting-keys",
]);

/** Values that are right in some places and wrong in others. */
const value: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json>("a", "", "16", "nginx:1.29", "/", "512Mi", "2Gi", "15s", "auto", "small", "yes", "A_B", "db"),
  fc.constantFrom<Json>(0, 1, 2, 80, 0.5, -1, 70000, true, false, null),
  fc.constantFrom<Json>([], ["a"], ["a", "a"], [1], {}, { a: "b" }, { min: 1, max: 2 }, { to: "a" }, [{ to: "a" }]),
  fc.constantFrom<Json>(
    { A: "1" },
    { A: { generate: {} } },
    { A: { from: "x" } },
    { path: "/x" },
    { retentionDays: 3 },
  ),
);
const keys = [
  ..."type image port command cpu memory env secrets connections scale healthCheck volumes preDeploy".split(" "),
  ..."version size storage backup extensions deletionProtection onDelete replicas eviction".split(" "),
  ..."domain routes schedule timezone retries unknown".split(" "),
];
const sound: { readonly [type: string]: { readonly [key: string]: Json } } = {
  web: { type: "web", image: "nginx:1.29", port: 80 },
  worker: { type: "worker", image: "busybox:1.37" },
  cron: { type: "cron", image: "busybox:1.37", schedule: "0 3 * * *" },
  postgres: { type: "postgres" },
  mysql: { type: "mysql" },
  redis: { type: "redis" },
  "load-balancer": { type: "load-balancer", routes: [] },
};
const component: fc.Arbitrary<Json> = fc
  .tuple(fc.constantFrom(...Object.values(sound)), fc.dictionary(fc.constantFrom(...keys), value, { maxKeys: 2 }))
  .map(([base, changes]) => ({ ...base, ...changes }));
const manifest = fc.record(
  {
    name: fc.constantFrom("shop", "Shop", "a-b", 1),
    components: fc.dictionary(fc.constantFrom("a", "b-c", "B"), component, { maxKeys: 2 }),
    region: fc.constantFrom("eu-west-1", "Europe"),
    network: fc.constantFrom<Json>({}, { azs: 2 }, { azs: 4 }, { egress: "natt" }, { vpc: {} }),
    tags: fc.constantFrom<Json>({ a: "b" }, { a: 1 }, []),
    canvas: fc.constantFrom<Json>({ a: [1, 2] }, { a: [1] }, { a: ["x", 1] }),
    environments: fc.constantFrom<Json>({ live: {} }, { live: null }, { Live: {} }, { live: { account: "1" } }),
    anything: fc.constant<Json>(1),
  },
  { requiredKeys: ["name", "components"] },
);

/**
 * Missing keys that are a matter of meaning: ours alone, because a schema cannot say them.
 * All others must be found by both.
 */
const byMeaning = /does nothing without|nothing to prove it with|A \/\d+ range/;

describe("the shape of a manifest", () => {
  it("is wrong exactly when the schema says so", () => {
    fc.assert(
      fc.property(manifest, (written) => {
        const text = JSON.stringify(written, undefined, 2);
        const { problems } = openManifest(text);
        const found = problems.filter(({ code, message }) => shape.has(code) && !byMeaning.test(message));
        // A reference outside of `env` is a shape error to the schema only where there is a pattern; none is generated.
        expect(found.length === 0, `${annotate(text, found)}\n${JSON.stringify(validate.errors)}`).toBe(
          validate(JSON.parse(text)),
        );
      }),
      { numRuns: 1000, seed: 20261122 },
    );
  });

  it.each(Object.keys(sound))("of the smallest %s is right", (type) => {
    const { problems } = openManifest(JSON.stringify({ name: "shop", components: { a: sound[type] ?? null } }));
    expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
  });
});
