import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exportTargets } from "../../../extension/targets/export/all";
import { anyApp } from "../../aws/arbitrary";
import { sampleApps } from "../../aws/samples";
import { exportAs, read, shop } from "../read";
import { faultsOfApplying } from "./applied";
import { missingTofu, skipped } from "./tofu";

const targets = exportTargets.filter(({ id }) => id.startsWith("terraform-"));

describe.skipIf(skipped).each(targets)(
  `OpenTofu applies, with providers that make up their answers, $label${missingTofu}`,
  ({ id }) => {
    it.each(sampleApps())("of $name", { timeout: 60_000 }, ({ app }) => {
      expect(faultsOfApplying(exportAs(id, app))).toEqual([]);
    });

    it("of applications of all kinds", { timeout: 240_000 }, () => {
      for (const app of fc.sample(anyApp(), { numRuns: 8, seed: 9 })) {
        const exported = exportAs(id, app);
        expect(faultsOfApplying(exported), [...exported.files.values()].join("\n")).toEqual([]);
      }
    });
  },
);

describe.skipIf(skipped)(`what is made up by the providers${missingTofu}`, () => {
  it("hides no expression that has no value", () => {
    const exported = exportAs("terraform-heroku", read(shop("web: { type: web, image: nginx, port: 80 }")));
    const text = exported.files.get("main.tf") ?? "";
    const broken = new Map(exported.files).set("main.tf", text.replace("var.source_path", "tolist([])[0]"));
    expect(faultsOfApplying(exported)).toEqual([]);
    expect(faultsOfApplying({ ...exported, files: broken }).join()).toContain("Invalid index");
  });
});
