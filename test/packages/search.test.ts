import { tmpdir } from "node:os";
import { describe, expect, it } from "vitest";
import { withPerson } from "../cli/command";

const search = (...words: string[]) => withPerson(["search", ...words], tmpdir(), []);

describe("searching the index", () => {
  it("lists every package, one a line, without a text", async () => {
    const { code, out } = await search();
    expect(code).toBe(0);
    expect(out.trimEnd().split("\n")).toHaveLength(12);
  });

  it("finds a text in names and descriptions, whatever its case", async () => {
    expect((await search("FORUM")).out).toMatch(/^discourse {2}1\.0\.0 {2}A forum/);
    const { out } = await search("forum", "--json");
    expect(JSON.parse(out)).toMatchObject({ ok: true, packages: [{ name: "discourse", licence: "GPL-2.0-only" }] });
  });

  it("says so when there is none", async () => {
    expect(await search("spreadsheet")).toMatchObject({
      code: 2,
      out: "",
      err: expect.stringContaining("spreadsheet"),
    });
  });
});
