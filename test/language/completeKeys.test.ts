import { describe, expect, it } from "vitest";
import { accept, completionsAt, labelsAt } from "./cursor";

describe("keys", () => {
  it("offers the manifest's keys in an empty text, required ones first", () => {
    expect(labelsAt("|").slice(0, 2)).toEqual(["name", "components"]);
  });

  it("leaves out what is there, above and below", () => {
    const labels = labelsAt("name: a\n|\ncomponents: {}\nregion: x\n");
    expect(labels).toContain("environments");
    expect(labels).not.toContain("name");
    expect(labels).not.toContain("components");
    expect(labels).not.toContain("region");
  });

  it("offers only the keys of the component's type", () => {
    const labels = labelsAt("components:\n  db:\n    type: postgres\n    |\n");
    expect(labels).toContain("extensions");
    expect(labels).not.toContain("port");
    expect(labels).not.toContain("type");
  });

  it("puts required keys first and says so", () => {
    const [first, second] = completionsAt("components:\n  web:\n    type: web\n    |\n");
    expect([first?.label, second?.label]).toEqual(["image", "port"]);
    expect([first?.detail, second?.detail]).toEqual(["required unless build, text", "required, whole number"]);
  });

  it("offers of two keys that exclude each other none when one of them is there", () => {
    const written = labelsAt("components:\n  web:\n    type: web\n    build: .\n    |\n");
    expect(written).not.toContain("image");
    expect(written).toContain("port");
    expect(labelsAt("components:\n  web:\n    type: web\n    image: a\n    |\n")).not.toContain("build");
  });

  it("knows the type when it stands below the cursor", () => {
    const labels = labelsAt("components:\n  db:\n    |\n    type: postgres\n");
    expect(labels).toContain("extensions");
    expect(labels).not.toContain("type");
  });

  it("offers the type first, and whole components, where nothing is written yet", () => {
    const labels = labelsAt("components:\n  db:\n    |\n");
    expect(labels[0]).toBe("type");
    expect(labels).toContain("PostgreSQL");
  });

  it.each([
    ["a word without a colon", "components:\n  db:\n    type: postgres\n    ext|\n"],
    ["a word between siblings", "components:\n  db:\n    type: postgres\n    ext|\n    size: small\n"],
    ["a blank line between siblings", "components:\n  db:\n    type: postgres\n    |\n    size: small\n"],
    ["a blank line at the end without a line end", "components:\n  db:\n    type: postgres\n    |"],
    ["CRLF line ends", "components:\r\n  db:\r\n    type: postgres\r\n    |\r\n"],
    ["a byte order mark", "\ufeffcomponents:\n  db:\n    type: postgres\n    |\n"],
    ["wide indentation", "components:\n        db:\n                type: postgres\n                |\n"],
    ["an unclosed quote in the line above", 'components:\n  db:\n    type: postgres\n    version: "16\n    |\n'],
    ["an unclosed quote further up", 'components:\n  web:\n    image: "x\n  db:\n    type: postgres\n    |\n'],
    [
      "an unclosed bracket in the line above",
      "components:\n  db:\n    type: postgres\n    backup: {\n    |\n    size: small\n",
    ],
    ["a line indented with a tab further up", "components:\n  web:\n\timage: x\n  db:\n    type: postgres\n    |\n"],
    ["a block scalar above", "components:\n  db:\n    type: postgres\n    version: |-\n      16\n    |\n"],
    ["a comment above", "components:\n  db:\n    type: postgres # the state: here\n    # more: of it\n    |\n"],
    ["a quoted type", "components:\n  db:\n    type: 'postgres'\n    |\n"],
    ["quoted names", 'components:\n  "db":\n    "type": postgres\n    |\n'],
    ["braces", "components:\n  db: { type: postgres, | }\n"],
    ["braces over lines", "components:\n  db: {\n    type: postgres,\n    |\n  }\n"],
    ["braces that nothing closes", "components:\n  db: { type: postgres, |\n  web:\n    type: web\n"],
    ["a word in braces", "components:\n  db: { ext|, type: postgres }\n"],
    ["an anchor at the component", "components:\n  db: &db\n    type: postgres\n    |\n"],
    [
      "an override",
      "components:\n  db: { type: postgres }\nenvironments:\n  a:\n    components:\n      db:\n        |\n",
    ],
    [
      "an override in braces",
      "components:\n  db: { type: postgres }\nenvironments:\n  a:\n    components:\n      db: { | }\n",
    ],
  ])("offers a database's fields with %s", (_, text) => {
    expect(labelsAt(text)).toContain("extensions");
    expect(labelsAt(text)).not.toContain("port");
  });

  it("does not offer the type in an override, and nothing there is required", () => {
    const text = "components:\n  w: { type: web }\nenvironments:\n  a:\n    components:\n      w:\n        |\n";
    expect(labelsAt(text)).not.toContain("type");
    expect(completionsAt(text).filter(({ detail }) => detail?.startsWith("required"))).toEqual([]);
  });

  it.each([
    ["scale below its key", "components:\n  w:\n    type: web\n    scale:\n      |\n", ["min", "max", "requests"]],
    ["scale in braces", "components:\n  w:\n    type: web\n    scale: { min: 1, | }\n", ["max", "requests"]],
    ["a route behind its dash", "components:\n  e:\n    type: load-balancer\n    routes:\n      - |\n", ["to", "path"]],
    [
      "a route on its second line",
      "components:\n  e:\n    type: load-balancer\n    routes:\n      - to: web\n        |\n",
      ["path", "host"],
    ],
    [
      "a route in braces",
      "components:\n  e:\n    type: load-balancer\n    routes:\n      - { to: web, | }\n",
      ["path", "host"],
    ],
    [
      "an unindented list",
      "components:\n  e:\n    type: load-balancer\n    routes:\n    - to: web\n      |\n",
      ["path", "host"],
    ],
    ["a secret", "components:\n  w:\n    type: web\n    secrets:\n      KEY: { | }\n", ["generate", "from"]],
    ["the network", "name: a\nnetwork:\n  |\n", ["azs", "egress"]],
    ["an environment", "name: a\nenvironments:\n  prod:\n    |\n", ["account", "protected"]],
    ["a patch", "name: a\naws:\n  overrides:\n    - op: add\n      |\n", ["path", "value"]],
  ])("offers the keys of %s", (_, text, expected) => {
    expect(labelsAt(text)).toEqual(expect.arrayContaining(expected));
  });

  it("leaves out a route's keys above and below, but not those of the next", () => {
    const text =
      "components:\n  e:\n    type: load-balancer\n    routes:\n      - to: a\n        |\n        host: b\n      - port: 1\n";
    expect(labelsAt(text)).toEqual(["path", "port"]);
  });

  it("offers the components that have no position yet", () => {
    const text = "components:\n  a: { type: worker }\n  b: { type: worker }\ncanvas:\n  a: [1, 2]\n  |\n";
    expect(labelsAt(text)).toEqual(["b", "$locked", "$notes", "$groups"]);
  });

  it("offers the components that an environment does not override yet", () => {
    const text =
      "components:\n  a: { type: worker }\n  b: { type: worker }\nenvironments:\n  p:\n    components:\n      |\n      a: {}\n";
    expect(labelsAt(text)).toEqual(["b"]);
  });

  it("offers in a connection map what fits and is not there", () => {
    const text =
      "components:\n  w:\n    type: worker\n    connections:\n      a: {}\n      |\n  a: { type: redis }\n  b: { type: mysql }\n  j: { type: cron }\n";
    expect(labelsAt(text)).toEqual(["b"]);
  });

  it.each([
    ["in a comment", "name: a # |\n"],
    ["in a comment of its own", "name: a\n# |\n"],
    ["behind a plain value", "name: a |\n"],
    ["in front of a key", "components:\n  w:\n    type: web\n    |image: x\n"],
    ["in the indentation of a key", "components:\n  w:\n  |  type: web\n"],
    ["below a key that has its value", "components:\n  w:\n    type: web\n      |\n"],
    ["at a free name", "components:\n  w:\n    type: web\n    env:\n      |\n"],
    ["behind a closed quote", 'components:\n  w:\n    type: "web"|\n'],
    ["in the text of a block", "components:\n  w:\n    type: worker\n    command: |\n      set |\n"],
    ["in a name that is free", "name: |\n"],
    ["between a key and its colon", 'components:\n  w:\n    "type" | : web\n'],
  ])("offers nothing %s", (_, text) => {
    expect(labelsAt(text)).toEqual([]);
  });
});

describe("accepting a key", () => {
  const start = "components:\n  w:\n    type: web\n";

  it.each([
    ["a scalar", `${start}    im|\n`, "image", `${start}    image: |\n`],
    ["a map", `${start}    healthCheck|\n`, "healthCheck", `${start}    healthCheck:\n      |\n`],
    ["a list", `${start}    conn|\n    port: 1\n`, "connections", `${start}    connections: [|]\n    port: 1\n`],
    ["a key that has its colon", `${start}    im|ag: x # y\n`, "image", `${start}    image|: x # y\n`],
    ["a key in quotes", `${start}    "im|": x\n`, "image", `${start}    "image|": x\n`],
    [
      "a map in braces",
      "components:\n  w: { type: web, sca| }\n",
      "scale",
      "components:\n  w: { type: web, scale: | }\n",
    ],
    [
      "a map in a list item",
      `${start}    secrets:\n      A:\n        gen|\n`,
      "generate",
      `${start}    secrets:\n      A:\n        generate:\n          |\n`,
    ],
    [
      "a list of maps",
      "components:\n  e:\n    type: load-balancer\n    rou|\n",
      "routes",
      "components:\n  e:\n    type: load-balancer\n    routes:\n      - to: |\n",
    ],
    ["the first key behind a colon", "network: |\n", "egress", "network:\n  egress: |\n"],
    ["the first key at a colon", "network:|\n", "egress", "network:\n  egress: |\n"],
    [
      "a map in a wide file",
      "components:\n    w:\n        type: web\n        heal|\n",
      "healthCheck",
      "components:\n    w:\n        type: web\n        healthCheck:\n            |\n",
    ],
    [
      "a position",
      "components:\n  a: { type: worker }\ncanvas:\n  |\n",
      "a",
      "components:\n  a: { type: worker }\ncanvas:\n  a: [|]\n",
    ],
  ])("writes %s and leaves what follows", (_, text, label, expected) => {
    expect(accept(text, label)).toBe(expected);
  });

  it("asks again where the value can be chosen, and only there", () => {
    const items = new Map(completionsAt(`${start}    |\n`).map((item) => [item.label, item.retrigger === true]));
    expect(items.get("connections")).toBe(true);
    expect(items.get("cpu")).toBe(true);
    expect(items.get("image")).toBe(false);
  });

  it("documents a key with its default, values and what a change does", () => {
    const storage = completionsAt("components:\n  d:\n    type: mysql\n    |\n").find(
      ({ label }) => label === "storage",
    );
    expect(storage?.documentation).toContain("Default: `20Gi`");
    expect(storage?.documentation).toContain("never shrink");
  });
});

describe("whole components", () => {
  it("writes a component below its name", () => {
    expect(accept("components:\n  db:\n    |\n", "PostgreSQL")).toBe(
      'components:\n  db:\n    type: postgres\n    version: "17"|\n',
    );
  });

  it("writes a component behind its name's colon", () => {
    expect(accept("components:\n  app: |\n  db: { type: redis }\n", "Web service")).toBe(
      "components:\n  app:\n    type: web\n    image: nginx:1.29\n    port: 80|\n  db: { type: redis }\n",
    );
  });

  it("writes a component with a name of its own", () => {
    expect(accept("components:\n  web:\n    type: web\n  |\n", "web-2")).toBe(
      "components:\n  web:\n    type: web\n  web-2:\n    type: web\n    image: nginx:1.29\n    port: 80|\n",
    );
  });

  it("leads a new load balancer to a web component that is there", () => {
    expect(accept("components:\n  app:\n    type: web\n  |\n", "edge")).toBe(
      "components:\n  app:\n    type: web\n  edge:\n    type: load-balancer\n    routes:\n      - { to: app, path: / }|\n",
    );
  });

  it("offers only the type once a field is there", () => {
    expect(labelsAt("components:\n  w:\n    image: x\n    |\n")).toEqual(["type"]);
  });
});
