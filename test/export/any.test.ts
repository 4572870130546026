import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseAllDocuments } from "yaml";
import { exportTargets } from "../../extension/targets/export/all";
import type { Exported } from "../../extension/targets/export/exported";
import { exportReadme } from "../../extension/targets/export/readme";
import { anyApp } from "../aws/arbitrary";
import { exportAs } from "./read";

/** A chart's templates are YAML only once helm has filled them in. */
const isYaml = (name: string): boolean => /\.ya?ml$/.test(name) && !name.startsWith("chart/templates/");

describe.each(exportTargets)("any application for $label", (target) => {
  const each = (check: (exported: Exported) => void) =>
    fc.assert(
      fc.property(anyApp(), (app) => check(exportAs(target.id, app))),
      { numRuns: 60 },
    );

  it("is files that their readers can parse", () => {
    each(({ files }) => {
      for (const [name, text] of files) {
        if (name.endsWith(".json")) JSON.parse(text);
        if (!isYaml(name)) continue;
        for (const version of ["1.1", "1.2"] as const) {
          const errors = parseAllDocuments(text, { version }).flatMap((document) =>
            "errors" in document ? document.errors : [],
          );
          expect(errors).toEqual([]);
        }
      }
    });
  });

  it("means the same to a reader of YAML 1.1 as to one of 1.2", () => {
    each(({ files }) => {
      for (const [name, text] of files) {
        if (!isYaml(name)) continue;
        const read = (version: "1.1" | "1.2") => JSON.stringify(parseAllDocuments(text, { version }));
        expect(read("1.1")).toBe(read("1.2"));
      }
    });
  });

  it("stays within the folder", () => {
    each(({ files }) => {
      for (const name of files.keys()) expect(name).toMatch(/^(?!.*\.\.)[\w.][\w./-]*$/);
    });
  });

  it("is told of in whole sentences, each at a place", () => {
    each(({ notes }) => {
      for (const { path, text } of notes) {
        expect(path.length).toBeGreaterThan(0);
        expect(text).toMatch(/\.$/);
      }
    });
  });

  it("has every variable that has to be set on its page", () => {
    fc.assert(
      fc.property(anyApp(), (app) => {
        const exported = exportAs(target.id, app);
        const page = exportReadme(app, target, exported);
        for (const { name } of exported.variables) expect(page).toContain(`- \`${name}\`: `);
      }),
      { numRuns: 30 },
    );
  });
});
