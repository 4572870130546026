import { describe, expect, it } from "vitest";
import { openManifest } from "../../extension/manifest/manifest";
import { generate } from "../../scripts/conformance/generate/generate";
import { missingPairs } from "../../scripts/conformance/generate/pairs";
import { notGenerated, parameters } from "../../scripts/conformance/generate/parameters";
import { schemaFields } from "../../scripts/conformance/generate/schemaFields";

const { manifests, pairs } = generate();
const fields = schemaFields();

describe("the parameters of the generated manifests", () => {
  const covered = parameters.flatMap(({ covers }) => covers);

  it("decide every field of the schema, or say why not", () => {
    const known = new Set([...covered, ...notGenerated.keys()]);
    expect(fields.map(({ name }) => name).filter((name) => !known.has(name))).toEqual([]);
  });

  it("decide no field that the schema does not have", () => {
    const names = new Set(fields.map(({ name }) => name));
    expect([...covered, ...notGenerated.keys()].filter((name) => !names.has(name))).toEqual([]);
  });

  it("decide each field once", () => {
    expect(covered.filter((name, index) => covered.indexOf(name) !== index)).toEqual([]);
  });

  it("have every value that the schema lists for a field", () => {
    const absent = fields.flatMap(({ name, enum: values = [] }) => {
      const parameter = parameters.find(({ covers }) => covers.includes(name));
      const written = JSON.stringify(parameter?.levels.map((level) => level.values));
      return values
        .filter((value) => parameter !== undefined && !written.includes(JSON.stringify(value)))
        .map((value) => `${name}=${value}`);
    });
    expect(absent).toEqual([]);
  });
});

describe("the generated manifests", () => {
  it("are at least three hundred", () => {
    expect(manifests.length).toBeGreaterThanOrEqual(300);
  });

  it("have every pair of values that can stand together", () => {
    expect(pairs).toBeGreaterThan(50_000);
    expect(
      missingPairs(
        parameters,
        manifests.map(({ chosen }) => chosen),
      ),
    ).toEqual([]);
  });

  it("have every value of every kind, each in its turn", () => {
    const text = manifests.map((manifest) => manifest.text).join("\n");
    for (const days of [1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 1827, 3653]) {
      expect(text).toContain(`retentionDays: ${days}\n`);
    }
  });

  it("are the same every time", () => {
    expect(generate().manifests.map(({ text }) => text)).toEqual(manifests.map(({ text }) => text));
  });

  it("differ with another seed", () => {
    expect(generate(300, 1).manifests[0]?.text).not.toBe(manifests[0]?.text);
  });

  it("have no error in the eyes of the editor", () => {
    const errors = manifests.flatMap(({ name, text }) =>
      openManifest(text)
        .problems.filter(({ severity }) => severity === "error")
        .map(({ code, message }) => `${name}: ${code} ${message}`),
    );
    expect(errors).toEqual([]);
  });

  it("have a model for the environment that they name", () => {
    const without = manifests.filter(({ text, environment }) => openManifest(text).appFor(environment) === undefined);
    expect(without.map(({ name }) => name)).toEqual([]);
  });
});
