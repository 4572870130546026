import { describe, expect, it } from "vitest";
import { hover } from "../../extension/language/hover";
import { openManifest } from "../../extension/manifest/manifest";
import { cursorIn } from "./cursor";

const sample = `name: shop
region: eu-central-1
components:
  web:
    type: web
    image: shop:1
    cpu: 1
    memory: 2Gi
    env: { URL: "\${{ db.url }}", MODE: test }
  nightly:
    type: cron
    image: shop:1
    schedule: "0 9 * * 1-5"
  db:
    type: postgres
    version: "17"
    size: small
    storage: 20Gi
  cache: { type: redis, size: large }
environments:
  staging: {}
  production:
    region: us-east-1
    components:
      db: { size: large }
      web: { env: { MODE: live }, memory: 4Gi }
`;

function hoverAt(within: string): string {
  const plain = within.replace("|", "");
  const index = sample.indexOf(plain);
  if (index < 0) throw new Error(`There is no ${plain} in the sample.`);
  const { text, offset } = cursorIn(sample.slice(0, index) + within + sample.slice(index + plain.length));
  return hover(openManifest(text), offset)?.contents ?? "";
}

describe("hover on a value", () => {
  it.each([
    ["a database's size", "size: sm|all", "`small`: `db.t4g.small` on AWS."],
    ["a cache's size", "redis, size: lar|ge", "`large`: `cache.m7g.large` on AWS."],
    ["an override's size", "{ size: la|rge", "`large`: `db.m7g.large` on AWS."],
    ["a version", 'version: "1|7"', "`17`: created with release 17.8 on AWS."],
    ["a processor share", "cpu: |1", "`1`: goes with 2Gi to 8Gi of memory on Fargate."],
    ["an amount of memory", "memory: 2|Gi", "`2Gi`: goes with 0.25, 0.5, 1 vCPU on Fargate."],
    ["a schedule", 'schedule: "0 9| *', "`0 9 * * 1-5`: Monday to Friday at 09:00."],
    ["a region", "region: eu-c|entral-1", "`eu-central-1`: Frankfurt."],
    ["a key", "si|ze: small", "`small`: `db.t4g.small` on AWS."],
  ])("says what %s means", (_, within, expected) => {
    expect(hoverAt(within)).toContain(expected);
  });

  it.each([
    ["in the base", "size: sm|all", "- base: `small`\n- staging: `small`\n- production: `large`"],
    ["in the environment", "{ size: la|rge", "- base: `small`\n- staging: `small`\n- production: `large`"],
    ["of a variable", "MODE: te|st", "- base: `test`\n- staging: `test`\n- production: `live`"],
    [
      "of the region",
      "region: eu-c|entral-1",
      "- base: `eu-central-1`\n- staging: `eu-central-1`\n- production: `us-east-1`",
    ],
  ])("resolves a value that differs, %s", (_, within, expected) => {
    expect(hoverAt(within)).toContain(expected);
  });

  it("says nothing of environments where none has a value of its own", () => {
    expect(hoverAt("storage: 20|Gi")).not.toContain("Resolved");
  });

  it("shows the component's lines, the attribute's meaning and that it is a secret", () => {
    const contents = hoverAt("db.u|rl");
    expect(contents).toContain("user, password, host");
    expect(contents).toContain("Secret");
    expect(contents).toContain("```yaml\ndb:\n  type: postgres");
  });
});
