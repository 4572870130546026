import { describe, expect, it } from "vitest";
import { openManifest } from "../../extension/manifest/manifest";
import { accept, completionsAt, labelsAt } from "./cursor";

const others = "  db: { type: postgres }\n  cache: { type: redis }\n  app: { type: web }\n  jobs: { type: worker }\n";

describe("values", () => {
  it.each([
    [
      "a component's type",
      "components:\n  w:\n    type: |\n",
      ["web", "worker", "cron", "postgres", "mysql", "redis", "load-balancer"],
    ],
    ["a type being changed", "components:\n  w:\n    type: we|b\n", ["web", "worker"]],
    ["a type in braces", "components:\n  w: { type: | }\n", ["web", "redis"]],
    ["a type before anything is closed", "components:\n  w: { type: |", ["web", "redis"]],
    ["an enumeration", "components:\n  d:\n    type: mysql\n    onDelete: |\n", ["snapshot", "retain", "delete"]],
    ["numbers", "components:\n  w:\n    type: web\n    cpu: |\n", ["0.25", "1", "16"]],
    ["booleans", "components:\n  d:\n    type: mysql\n    highAvailability: |\n", ["true", "false"]],
    ["variants", "components:\n  d:\n    type: mysql\n    size: |\n", ["nano", "xlarge"]],
    ["examples", "components:\n  w:\n    type: web\n    memory: |\n", ["512Mi", "2Gi"]],
    ["a value below its key", "region:\n  |\n", ["us-east-1", "eu-west-1"]],
    [
      "an override",
      "components:\n  d: { type: redis }\nenvironments:\n  p:\n    components:\n      d:\n        eviction: |\n",
      ["allkeys-lru"],
    ],
    ["a value at the colon", "region:|\n", ["eu-west-1"]],
    ["an item of a list", "components:\n  d:\n    type: postgres\n    extensions:\n      - |\n", ["vector", "postgis"]],
    ["an item in brackets", "components:\n  d:\n    type: postgres\n    extensions: [vector, |]\n", ["postgis"]],
  ])("offers %s", (_, text, expected) => {
    expect(labelsAt(text)).toEqual(expect.arrayContaining(expected));
  });

  it("puts the default where it stands and says that it is one", () => {
    const items = completionsAt("components:\n  d:\n    type: redis\n    version: |\n");
    expect(items.map(({ label, detail }) => [label, detail])).toEqual([
      ["7", undefined],
      ["8", "default"],
    ]);
  });

  it("does not offer what the list has already", () => {
    const text =
      "components:\n  d:\n    type: postgres\n    extensions:\n      - vector # x\n      - |\n      - 'postgis'\n";
    expect(labelsAt(text)).not.toContain("vector");
    expect(labelsAt(text)).not.toContain("postgis");
  });

  it.each([
    [
      "a number as text in quotes",
      "components:\n  d:\n    type: redis\n    version: |\n",
      "7",
      'components:\n  d:\n    type: redis\n    version: "7"|\n',
    ],
    ["with a space behind the colon", "region:|\n", "eu-west-1", "region: eu-west-1|\n"],
    [
      "with a space behind the dash",
      "components:\n  d:\n    type: postgres\n    extensions:\n      -|\n",
      "vector",
      "components:\n  d:\n    type: postgres\n    extensions:\n      - vector|\n",
    ],
    ["into quotes", 'region: "|"\n', "eu-west-1", 'region: "eu-west-1|"\n'],
    ["into a quote that nothing closes", 'region: "eu|\nname: a\n', "eu-west-1", 'region: "eu-west-1"|\nname: a\n'],
    [
      "in place of the old value, not of its comment",
      "region: us|-east-1 # near\n",
      "eu-west-1",
      "region: eu-west-1| # near\n",
    ],
    [
      "in brackets between others",
      "components:\n  d:\n    type: postgres\n    extensions: [a, |, b]\n",
      "vector",
      "components:\n  d:\n    type: postgres\n    extensions: [a, vector|, b]\n",
    ],
  ])("writes a value %s", (_, text, label, expected) => {
    expect(accept(text, label)).toBe(expected);
  });
});

describe("names of components", () => {
  const fitting = ["db", "cache", "app"];

  it.each([
    ["brackets", `components:\n  w:\n    type: web\n    connections: [|]\n${others}`, fitting],
    [
      "brackets behind another",
      `components:\n  w:\n    type: web\n    connections: [db, |]\n${others}`,
      ["cache", "app"],
    ],
    [
      "brackets before another",
      `components:\n  w:\n    type: web\n    connections: [|, db]\n${others}`,
      ["cache", "app"],
    ],
    [
      "brackets that nothing closes",
      `components:\n  w:\n    type: web\n    connections: [db, |\n${others}`,
      ["cache", "app"],
    ],
    ["a word in brackets", `components:\n  w:\n    type: web\n    connections: [c|]\n${others}`, fitting],
    ["quotes in brackets", `components:\n  w:\n    type: web\n    connections: ["|"]\n${others}`, fitting],
    ["a lone dash", `components:\n  w:\n    type: web\n    connections:\n      -|\n${others}`, fitting],
    ["a dash", `components:\n  w:\n    type: web\n    connections:\n      - |\n${others}`, fitting],
    [
      "a dash behind another",
      `components:\n  w:\n    type: web\n    connections:\n      - db\n      - |\n${others}`,
      ["cache", "app"],
    ],
    [
      "a dash between others",
      `components:\n  w:\n    type: web\n    connections:\n    - db\n    - |\n    - app\n${others}`,
      ["cache"],
    ],
    [
      "an override",
      `components:\n  w: { type: web }\n${others}environments:\n  p:\n    components:\n      w:\n        connections: [|]\n`,
      fitting,
    ],
  ])("offers what fits in %s", (_, text, expected) => {
    expect(labelsAt(text)).toEqual(expected);
  });

  it("offers a route only web components", () => {
    expect(labelsAt(`components:\n  e:\n    type: load-balancer\n    routes:\n      - to: |\n${others}`)).toEqual([
      "app",
    ]);
    expect(labelsAt(`components:\n  e:\n    type: load-balancer\n    routes: [{ to: | }]\n${others}`)).toEqual(["app"]);
  });

  it("writes the list behind the colon", () => {
    expect(accept(`components:\n  w:\n    type: web\n    connections: |\n${others}`, "db")).toBe(
      `components:\n  w:\n    type: web\n    connections: [db|]\n${others}`,
    );
  });

  it("writes the dash on a line of its own", () => {
    const text = `components:\n  w:\n    type: web\n    connections:\n      - db\n      |\n${others}`;
    expect(accept(text, "cache")).toBe(
      `components:\n  w:\n    type: web\n    connections:\n      - db\n      - cache|\n${others}`,
    );
  });

  it("writes the first key of a route on a line of its own", () => {
    expect(accept("components:\n  e:\n    type: load-balancer\n    routes:\n      |\n", "-")).toBe(
      "components:\n  e:\n    type: load-balancer\n    routes:\n      - to: |\n",
    );
  });
});

describe("references", () => {
  const env = (value: string): string => `components:\n  w:\n    type: web\n    env:\n      A: ${value}\n${others}`;
  const flow = (value: string): string => `components:\n  w:\n    type: web\n    env: { A: ${value} }\n${others}`;

  it.each([
    ["in double quotes", env('"${{ |"')],
    ["in single quotes", env("'${{ |'")],
    ["without a space", env('"${{|}}"')],
    ["in a plain value", env("${{ |")],
    ["behind text and another reference", env('"x ${{ db.url }} ${{ |"')],
    ["in a quote that nothing closes", env('"${{ |')],
    ["in quotes in braces", flow('"${{ |"')],
    ["in the call of a function", env('"${{ urlencode(|"')],
  ])("offers components %s", (_, text) => {
    const labels = labelsAt(text).filter((label) => label !== "urlencode");
    expect(labels).toEqual(["db", "cache", "app"]);
  });

  it("offers components in a block of text", () => {
    expect(labelsAt(`components:\n  w:\n    type: web\n    env:\n      A: |\n        x \${{ |\n${others}`)).toContain(
      "db",
    );
  });

  it("offers the attributes of the component's type", () => {
    expect(labelsAt(env('"${{ cache.|"'))).toEqual(["url", "host", "port", "password"]);
    expect(labelsAt(env('"${{ db.na|me }}"'))).toContain("name");
    expect(labelsAt(env('"${{ nope.|"'))).toEqual([]);
  });

  it.each([
    ["a component", env('"${{ |"'), "db", env('"${{ db.|"')],
    ["a component in front of its attribute", env('"${{ d|b.url }}"'), "cache", env('"${{ cache|.url }}"')],
    ["an attribute, and closes", env('"${{ db.|"'), "url", env('"${{ db.url }}|"')],
    ["an attribute where it is closed", env('"${{ db.u| }}"'), "url", env('"${{ db.url| }}"')],
    [
      "an attribute in a call, and closes both",
      env('"${{ urlencode(db.|"'),
      "password",
      env('"${{ urlencode(db.password) }}|"'),
    ],
    [
      "an attribute in a call that is closed",
      env('"${{ urlencode(db.|) }}"'),
      "password",
      env('"${{ urlencode(db.password|) }}"'),
    ],
    ["all of it from nothing", env("|"), "${{ db.… }}", env('"${{ db.| }}"')],
    ["all of it from a dollar", env('"$|"'), "${{ db.… }}", env('"${{ db.| }}"')],
    ["all of it from a dollar in the middle", env('"a$| b"'), "${{ db.… }}", env('"a${{ db.| }} b"')],
    ["all of it from nothing in braces", flow("|"), "${{ db.… }}", flow('"${{ db.| }}"')],
    ["all of it from a dollar without quotes", env("$|"), "${{ db.… }}", env('"${{ db.| }}"')],
  ])("writes %s", (_, text, label, expected) => {
    expect(accept(text, label)).toBe(expected);
  });

  it("offers nothing behind a reference that is closed", () => {
    expect(labelsAt(env('"${{ db.url }} |"'))).toEqual([]);
  });

  it("leaves the component's own name out", () => {
    expect(labelsAt(env('"${{ |"'))).not.toContain("w");
  });
});

describe("versions of a database", () => {
  const versions = (type: string) => completionsAt(`components:\n  d:\n    type: ${type}\n    version: |\n`);

  it("are the default first, and then the newest", () => {
    expect(versions("postgres").map(({ label }) => label)).toEqual(["17", "18", "16", "15", "14", "13"]);
    expect(versions("mysql").map(({ label }) => label)).toEqual(["8.4", "8.0"]);
  });

  it("are struck out when they are past their end", () => {
    const past = versions("mysql").filter(({ deprecated }) => deprecated === true);
    expect(past.map(({ label, detail }) => `${label}: ${detail}`)).toEqual(["8.0: support ended on 2026-07-31"]);
    const { problems } = openManifest('name: a\ncomponents:\n  d: { type: mysql, version: "8.0" }\n');
    expect(problems.find(({ code }) => code === "unsupported-version")?.tags).toEqual(["deprecated"]);
  });
});
