import { describe, expect, it } from "vitest";
import { catalogue, lookUp } from "../../extension/deploy/explain/catalogue";
import { explainReason } from "../../extension/deploy/explainReason";
import manifest from "../../schemas/stackwright.schema.json";
import { met } from "./met";

describe("the catalogue of known failures", () => {
  for (const [id, reason, resourceType] of met) {
    it(`${id}: ${reason}`, () => expect(lookUp(reason, resourceType)?.id).toBe(id));
  }

  it("has been met with a message for each", () => {
    const seen = new Set(met.map(([id]) => id));
    expect(catalogue.map(({ id }) => id).filter((id) => !seen.has(id))).toEqual([]);
  });

  it("knows each by a name of its own", () => {
    expect(new Set(catalogue.map(({ id }) => id)).size).toBe(catalogue.length);
  });

  it("knows no failure in words that say nothing", () => {
    expect(lookUp("The moon is full")).toBeUndefined();
  });

  it("ends each fix as a sentence and begins each cause as a clause", () => {
    for (const { because, fix } of catalogue) {
      expect(fix).toMatch(/^[A-Z].*\.$/s);
      expect(because).toMatch(/^(?![A-Z][a-z])|^AWS|^Fargate|^ECS|^CloudFormation/);
      expect(because).not.toMatch(/\.$/);
    }
  });

  it("names only fields that the manifest has", () => {
    const text = JSON.stringify(manifest);
    for (const { field = "", setting = "" } of catalogue) {
      for (const name of `${field}.${setting}`.split(".").filter(Boolean)) expect(text).toContain(`"${name}":`);
    }
  });
});

describe("a failure that is known", () => {
  const web = { resourceType: "AWS::ECS::Service", verb: "created", component: "web" } as const;
  const resource = { ...web, logicalId: "WebService", path: ["components", "web"] };

  it("leads to the field of the component that decides it", () => {
    const failure = explainReason("OutOfMemoryError: Container killed due to memory usage", { resource });
    expect(failure.path).toEqual(["components", "web", "memory"]);
  });

  it("leads to the field of the manifest that decides it", () => {
    const failure = explainReason("The maximum number of VPCs has been reached.", { resource });
    expect(failure.path).toEqual(["network"]);
  });

  it("leads to where the resource comes from when no field decides it", () => {
    expect(explainReason("Rate exceeded", { resource }).path).toEqual(["components", "web"]);
  });
});
