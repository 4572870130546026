import { describe, expect, it } from "vitest";
import { componentTypes, manifestSchema, type Schema } from "../../extension/manifest/schema";
import { exportTargets } from "../../extension/targets/export/all";
import { type Fates, fateOf } from "../../extension/targets/export/fates";
import { exportAs, fieldsTold, read, shop } from "./read";

/** Every field of the schema, as `web.scale.min`; maps with free names stand for themselves. */
function fieldsOf(schema: Schema | undefined, prefix: string): readonly string[] {
  return Object.entries(schema?.properties ?? {}).flatMap(([name, inner]) => {
    const field = prefix === "" ? name : `${prefix}.${name}`;
    return [field, ...fieldsOf(inner, field)];
  });
}

const fields = [
  ...fieldsOf(manifestSchema, ""),
  ...[...componentTypes.values()].flatMap(({ type, schema }) => fieldsOf(schema, type)),
  ...["account", "region", "protected", "components"].map((name) => `environments.*.${name}`),
].filter((field) => field !== "environments" && field !== "aws");

describe.each(exportTargets)("what becomes of each field with $label", ({ id, fates }) => {
  it("is decided for every field of the schema", () => {
    expect(fields.length).toBeGreaterThan(100);
    const decided = (field: string) =>
      fateOf(fates, field) !== undefined || Object.keys(fates).some((name) => name.startsWith(`${field}.`));
    expect(fields.filter((field) => !decided(field))).toEqual([]);
  });

  it("is decided for no field that the schema does not have", () => {
    expect(Object.keys(fates).filter((field) => !fields.includes(field))).toEqual([]);
  });

  it("is said in whole sentences, where a field is left out", () => {
    const left = Object.values(fates as Fates).filter(({ kind }) => kind === "left");
    expect(left.filter(({ words }) => !/^[A-Z`].*\.$/.test(words))).toEqual([]);
  });

  it("is told where it is written, and only there", () => {
    const plain = shop(
      `
      web: { type: web, image: nginx, port: 80 }
      db: { type: postgres }
    `.replaceAll(/^ {6}/gm, ""),
    );
    expect(fieldsTold(exportAs(id, read(plain))).filter((field) => /^(network|tags|db\.storage)/.test(field))).toEqual(
      [],
    );
    const rest = "network: { egress: public }\ntags: { team: shop }\naws: { templateBucket: shop-templates }\n";
    const told = fieldsTold(exportAs(id, read(plain + rest)));
    const written = ["aws.templateBucket", "network", "tags"];
    expect(written.filter((field) => told.includes(field))).toEqual(
      written.filter((field) => fateOf(fates, field)?.kind === "left"),
    );
    expect(told).toContain("aws.templateBucket");
  });

  it("is told for an environment at the place that decides there", () => {
    const text = shop(
      "web: { type: web, image: nginx, port: 80 }",
      'environments:\n  staging: {}\n  production: { protected: true, account: "111122223333" }\n',
    );
    const told = (environment: string) =>
      fieldsTold(exportAs(id, read(text, environment))).filter((field) => field.startsWith("environments."));
    const left = ["account", "protected"].filter((name) => fateOf(fates, `environments.*.${name}`)?.kind === "left");
    expect(told("staging")).toEqual([]);
    expect(told("production")).toEqual(left.map((name) => `environments.production.${name}`));
  });

  it("is the same whatever the order of the components", () => {
    const [web, db] = ["web: { type: web, image: nginx, port: 80, connections: [db] }", "db: { type: postgres }"];
    const [one, two] = [read(shop(`${web}\n${db}`)), read(shop(`${db}\n${web}`))];
    expect(exportAs(id, one)).toEqual(exportAs(id, two));
  });
});
