import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { schemaFile } from "../../scripts/bench/language";
import { yamlLanguageServer } from "../../scripts/bench/yaml-language-server";
import { cache, root } from "../../scripts/setup/paths";

const peers = join(cache, "bench-peers");
const isThere = existsSync(join(peers, "node_modules", "yaml-language-server"));
// Where it must be there, its absence is a failure.
const isRequired = Boolean(process.env["CI"]);
const why = isThere ? "" : " (yaml-language-server is not installed; `npm run setup` installs it)";
/** One for all: the server keeps schemas for its whole process. */
const server = isThere ? yamlLanguageServer(peers, schemaFile) : undefined;

function peer() {
  if (server === undefined) throw new Error(`The test environment must have everything${why}.`);
  return server;
}

const sample = (name: string) => readFileSync(join(root, "samples", name, "stackwright.yaml"), "utf8");

/** Merges in every map whose names have a form. Another editor's server does not resolve them before it checks names. */
const merging = `name: shop
components: &all
  web: &web
    type: web
    image: nginx:1.29
    port: 80
    env: &env { A: b }
    secrets: &secrets { KEY: { from: shop/key } }
    connections: &connections { db: {} }
  api:
    <<: *web
    env: { <<: *env, B: c }
    secrets: { <<: *secrets }
    connections: { <<: *connections }
  db: { type: postgres }
environments: &environments
  staging: &staging { components: &smaller { web: { cpu: 0.25 } } }
  production:
    <<: *staging
    components: { <<: *smaller, db: { size: large } }
tags: &tags { team: shop }
canvas:
  $notes: { <<: &notes { a: { text: Here, at: [1, 2] } } }
  $groups: { <<: &groups { b: { components: [web] } } }
`;

/** The schema as it is published, in the server that most editors use for YAML. */
describe.skipIf(!isThere && !isRequired)(`the published schema in another editor${why}`, () => {
  it.each(["discourse", "rails", "wordpress"])("finds nothing wrong in %s", async (name) => {
    expect(await peer().problems(sample(name))).toEqual([]);
  });

  it("finds nothing wrong in merges, wherever one can stand", async () => {
    const problems = await peer().problems(merging);
    // It also says which anchors nobody uses.
    expect(problems.filter((message) => !message.startsWith("Unused anchor"))).toEqual([]);
  });

  it.each([
    ["a component", "  api:\n", "  Api:\n"],
    ["a variable", "&env { A: b }", "&env { 1-A: b }"],
    ["an environment", "  staging: &staging", "  Staging: &staging"],
    ["a tag", "team: shop", '"aws:team": shop'],
  ])("finds a name that %s cannot have", async (_, from, to) => {
    const problems = await peer().problems(merging.replace(from, to));
    expect(problems.join()).toMatch(/pattern|not allowed/);
  });

  it("finds a misspelt key", async () => {
    const problems = await peer().problems(sample("rails").replace("image:", "imgae:"));
    expect(problems.join()).toContain("imgae");
  });

  it("completes the keys of a component's type and its values, and says what they are", async () => {
    const text = "name: a\ncomponents:\n  db:\n    type: postgres\n    s\n";
    expect(await peer().complete(text, text.length - 1)).toEqual(expect.arrayContaining(["size", "storage"]));
    const sizes = "name: a\ncomponents:\n  db:\n    type: postgres\n    size: \n";
    expect(await peer().complete(sizes, sizes.length - 1)).toEqual(expect.arrayContaining(["small", "large"]));
    expect(await peer().hover(sizes, sizes.indexOf("size") + 2)).toMatch(/size/i);
  });
});
