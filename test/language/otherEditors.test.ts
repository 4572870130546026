import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { schemaFile } from "../../scripts/bench/language";
import { yamlLanguageServer } from "../../scripts/bench/yaml-language-server";
import { cache, root } from "../../scripts/setup/paths";

const peers = join(cache, "bench-peers");
const isThere = existsSync(join(peers, "node_modules", "yaml-language-server"));
const why = isThere ? "" : " (yaml-language-server is not installed; `npm run board` installs it)";
/** One for all: the server keeps schemas for its whole process. */
const peer = isThere ? yamlLanguageServer(peers, schemaFile) : undefined;
const sample = (name: string) => readFileSync(join(root, "samples", name, "stackwright.yaml"), "utf8");

/** The schema as it is published, in the server that most editors use for YAML. */
describe(`the published schema in another editor${why}`, () => {
  it.skipIf(!isThere).each(["discourse", "wordpress"])("finds nothing wrong in %s", async (name) => {
    expect(await peer?.problems(sample(name))).toEqual([]);
  });

  it.skipIf(!isThere)("finds a misspelt key", async () => {
    const problems = await peer?.problems(sample("rails").replace("image:", "imgae:"));
    expect(problems?.join()).toContain("imgae");
  });

  it.skipIf(!isThere)("completes the keys of a component's type and its values, and says what they are", async () => {
    const text = "name: a\ncomponents:\n  db:\n    type: postgres\n    s\n";
    expect(await peer?.complete(text, text.length - 1)).toEqual(expect.arrayContaining(["size", "storage"]));
    const sizes = "name: a\ncomponents:\n  db:\n    type: postgres\n    size: \n";
    expect(await peer?.complete(sizes, sizes.length - 1)).toEqual(expect.arrayContaining(["small", "large"]));
    expect(await peer?.hover(sizes, sizes.indexOf("size") + 2)).toMatch(/size/i);
  });
});
