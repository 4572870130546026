import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { nextStep } from "../../extension/packages/nextStep";
import { sandboxFolder, withPerson } from "../cli/command";

describe("a package's next step", () => {
  it("says what is known, and of the rest where it comes from", () => {
    const text = "Open ${{ edge.url }}/admin. ${{db.host}} waits. ${{ A.b }}";
    expect(nextStep(text)).toBe(
      "Open (the url of edge, which the deployment gives)/admin. (the host of db, which the deployment gives) waits. ${{ A.b }}",
    );
    expect(nextStep(text, (component, attribute) => `<${component} ${attribute}>`)).toContain("Open <edge url>/admin.");
  });

  describe("is told", () => {
    let own: Awaited<ReturnType<typeof sandboxFolder>>;
    beforeEach(async () => {
      own = await sandboxFolder();
    });
    afterEach(() => own.remove());

    it("with the real address by the deployment that brings the package in, and by no later one", async () => {
      const file = join(own.folder, "stackwright.yaml");
      expect((await withPerson(["install", "umami", file], own.folder, [])).out).toContain(
        "Next: Sign in at (the url of",
      );
      const { out, code } = await withPerson(["deploy", file, "--yes"], own.folder, []);
      expect(code).toBe(0);
      expect(out).toMatch(/\nNext, for Umami: Sign in at http:\/\/\S+ as admin with the password umami/);
      expect(await readFile(file, "utf8")).toContain("cpu: 0.5");
      await writeFile(
        file,
        (await readFile(file, "utf8")).replace("cpu: 0.5", "cpu: 1").replace("memory: 1Gi", "memory: 2Gi"),
      );
      const again = await withPerson(["deploy", file, "--yes"], own.folder, []);
      expect(again.code).toBe(0);
      expect(again.out).not.toContain("Next, for");
    }, 120_000);
  });
});
