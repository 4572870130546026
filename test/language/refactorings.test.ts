import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { formOf, refactorings } from "../../extension/language/refactor/refactorings";
import { sortComponents } from "../../extension/language/refactor/sort";
import { applyEdits } from "../../extension/manifest/edit/edit";
import { openManifest } from "../../extension/manifest/manifest";
import { cursorIn } from "./cursor";

const shop = `name: shop
region: us-east-1
components:
  edge:
    type: load-balancer
    domain: shop.example.com
    hostedZone: Z0123456789ABCDEFGHIJ
    routes: [{ to: web }]
  web:
    # How many
    scale: 2   # for now
    port: 80
    image: nginx:1.27

    type: web
    connections: [db] # data
  db: { type: postgres }
environments:
  production:
    components:
      web: { scale: { min: 3, max: 3 } }
`;

function refactored(within: string, title: string): string {
  const plain = within.replace("|", "");
  const index = shop.indexOf(plain);
  const { text, offset } = cursorIn(shop.slice(0, index) + within + shop.slice(index + plain.length));
  const found = refactorings(openManifest(text), offset);
  const one = found.find((each) => each.title === title);
  return one ? applyEdits(text, one.edits) : `not offered; there are ${found.map((each) => each.title).join(", ")}`;
}

describe("a refactoring", () => {
  it.each([
    [
      "a number of tasks as limits",
      "sca|le: 2",
      "Write as limits",
      "    scale: 2   # for now\n",
      "    scale:   # for now\n      min: 2\n      max: 2\n",
    ],
    ["limits as a number", "{ sca|le: {", "Write as a number", "{ scale: { min: 3, max: 3 } }", "{ scale: 3 }"],
    [
      "a domain as a list",
      "dom|ain: shop",
      "Write as a list",
      "domain: shop.example.com",
      "domain: [shop.example.com]",
    ],
  ])("writes %s and leaves every other byte", (_, within, title, from, to) => {
    expect(refactored(within, title)).toBe(shop.replace(from, to));
  });

  it("writes connections as a map that can take options", () => {
    const after = refactored("[d|b] # data", "Write as a map");
    expect(after).toContain("# data");
    expect(openManifest(after).problems.map(({ code }) => code)).toEqual(
      openManifest(shop).problems.map(({ code }) => code),
    );
  });

  it("sorts a component's keys with their comments, and leaves blank lines where they are", () => {
    expect(refactored("sca|le: 2", "Sort the keys of “web”")).toBe(
      shop.replace(
        / {4}# How many[\s\S]*?# data\n/,
        "    type: web\n    image: nginx:1.27\n    port: 80\n\n    connections: [db] # data\n    # How many\n    scale: 2   # for now\n",
      ),
    );
  });

  it("adds a load balancer in front of a web component, under a free name", () => {
    const after = openManifest(refactored("sca|le: 2", "Add a load balancer in front of “web”"));
    expect(after.components.find(({ name }) => name === "balancer")?.type).toBe("load-balancer");
  });

  it("is not offered where there is nothing to write differently", () => {
    const offset = shop.indexOf("region");
    expect(refactorings(openManifest(shop), offset)).toEqual([]);
  });
});

const twins = `name: a
region: us-east-1
components:
  web: # in front
    type: web
    image: app:1
    cpu: 1
    port: 80
    env: # same for both
      A: "1"
      B: "2"

  jobs:
    type: web
    # ours
    image: app:1
    port: 81 # another
    cpu: 1
    env:
      A: "1"
      B: "2"
    scale: 2
  more: { type: web, image: app:1, cpu: 1, port: 82, env: { A: "1", B: "3" } }
`;

function shared(text: string, near: string, title: string): string {
  const found = refactorings(openManifest(text), text.indexOf(near) + 2);
  const one = found.find((each) => each.title === title);
  return one ? applyEdits(text, one.edits) : `not offered; there are ${found.map((each) => each.title).join(", ")}`;
}

describe("settings that two components share", () => {
  it("become an anchor and an alias, where a map is the same", () => {
    const after = shared(twins, 'env:\n      A: "1"\n      B: "2"\n    scale', "Take “env” from “web”");
    expect(after).toBe(
      twins
        .replace("env: # same", "env: &web-env # same")
        .replace('    env:\n      A: "1"\n      B: "2"\n    scale', "    env: *web-env\n    scale"),
    );
  });

  it("become an anchor and a merge, where a component has all that another has", () => {
    const after = shared(twins, "jobs:", "Take the settings of “web”");
    expect(after).toBe(
      twins
        .replace("web: # in front", "web: &web # in front")
        .replace(
          / {2}jobs:[\s\S]*? {4}scale: 2\n/,
          "  jobs:\n    <<: *web\n    # ours\n    port: 81 # another\n    scale: 2\n",
        ),
    );
    const says = (text: string) => JSON.stringify(openManifest(text).appFor()?.components.get("jobs"));
    expect(says(after)).toBe(says(twins));
  });

  it("are merged in braces too, and keep an anchor that is there", () => {
    const text = twins.replace("web: # in front", "web: &base # in front");
    const after = shared(text, "more:", "Take the settings of “web”");
    expect(after).toBe(text.replace(/more: .*/, 'more: { <<: *base, port: 82, env: { A: "1", B: "3" } }'));
  });

  it("are not taken where something else would come with them", () => {
    const text = twins.replace("    port: 81 # another\n", "");
    expect(shared(text, "jobs:", "Take the settings of “web”")).toMatch(/^not offered/);
  });

  it("are not taken from what stands below, where the alias would come before its anchor", () => {
    expect(shared(twins, "web: # in front", "Take the settings of “jobs”")).toMatch(/^not offered/);
  });
});

describe("the other form", () => {
  it.each([
    ["scale", { min: 1, max: 2 }],
    ["scale", { min: 1, max: 1, cpu: 70 }],
    ["connections", { db: { as: "DATA" } }],
    ["connections", []],
    ["domain", ["a.example.com", "b.example.com"]],
    ["command", "echo $HOME"],
    ["command", "a; b"],
    ["command", "A=1 run"],
    ["command", ["sh", "-c", "sleep 1"]],
    ["command", []],
    ["port", 80],
  ])("of %s %j is none, since it would lose something", (field, value) => {
    expect(formOf(field, value)).toBeUndefined();
  });

  it.each([
    ["scale", 3],
    ["connections", ["db", "cache"]],
    ["domain", "a.example.com"],
    ["command", ["bundle", "exec", "sidekiq"]],
    ["preDeploy", "bin/rails db:migrate"],
  ])("of the other form of %s %j is the first", (field, value) => {
    const other = formOf(field, value);
    expect(formOf(field, other?.value)?.value).toEqual(value);
  });
});

it.each(["discourse", "rails", "wordpress"])(
  "sorting the sample %s keeps what it says, and the second time does nothing",
  (name) => {
    const text = readFileSync(join(import.meta.dirname, "../../samples", name, "stackwright.yaml"), "utf8");
    const edits = sortComponents(openManifest(text)) ?? [];
    const after = openManifest(applyEdits(text, edits));
    expect(after.problems).toEqual(openManifest(text).problems);
    expect(after.text.split("\n").toSorted()).toEqual(text.split("\n").toSorted());
    expect(sortComponents(after)).toEqual([]);
  },
);
