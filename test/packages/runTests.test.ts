import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { shippedIndex } from "../../extension/sources/shippedIndex";
import { withPerson } from "../cli/command";
import { packageText } from "./packageText";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "stackwright-tests-"));
  await mkdir(join(folder, "shop"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** What `stackwright test` says of a package with these tests. */
async function tested(tests: string) {
  const text = `${packageText()}${tests === "" ? "" : `tests:\n  small: ${tests}\n`}`;
  await writeFile(join(folder, "shop", "stackwright.package.yaml"), text);
  return withPerson(["test", join(folder, "shop")], folder, []);
}

describe("a package's own tests", () => {
  it("pass where it becomes what they say", async () => {
    const { out, code } = await tested("{ parameters: { tasks: 9 }, components: [db, web], monthlyAtMost: 500 }");
    expect({ out, code }).toEqual({ out: "passed  small\n", code: 0 });
    expect((await tested("")).out).toBe("shop 1.2.0 has no tests.\n");
  });

  it.each([
    ["{ components: [web, db, cache] }", "It has no component cache."],
    ["{ components: [web] }", "It has a component db, which the test does not name."],
    ["{ monthlyAtMost: 1 }", "and not $1.00 at most."],
    ["{ parameters: { tasks: 10 } }", "must be from 1 to 9, and is 10."],
    ["{ parameters: { colour: red } }", "There is no parameter colour."],
  ])("fail with the reason: %s", async (test, reason) => {
    const { out, code } = await tested(test);
    expect(out).toContain("failed  small: ");
    expect(out).toContain(reason);
    expect(code).toBe(1);
    const packed = await withPerson(["pack", join(folder, "shop"), "-o", folder], folder, []);
    expect(packed.err).toContain("Its test small fails.");
  });

  it("are there for each package that is shipped, and pass", async () => {
    const index = shippedIndex();
    for (const name of await index.names()) {
      for (const version of await index.versions(name)) {
        const place = join(__dirname, "..", "..", "packages", name, version);
        const { out, code } = await withPerson(["test", place], folder, []);
        expect(out, name).toMatch(/^passed {2}\w+\n/);
        expect(code, name).toBe(0);
      }
    }
  });
});
