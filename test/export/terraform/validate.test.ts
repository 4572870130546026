import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exportTargets } from "../../../extension/targets/export/all";
import { anyApp } from "../../aws/arbitrary";
import { sampleApps } from "../../aws/samples";
import { exportAs, read, shop } from "../read";
import { faultsIn, missingTofu, skipped } from "./tofu";

const targets = exportTargets.filter(({ id }) => id.startsWith("terraform-"));

describe.skipIf(skipped).each(targets)(`OpenTofu and the published schemas with $label${missingTofu}`, ({ id }) => {
  it.each(sampleApps())("take $name", { timeout: 60_000 }, ({ app }) => {
    expect(faultsIn(exportAs(id, app).files)).toEqual([]);
  });

  it("take applications of all kinds", { timeout: 240_000 }, () => {
    for (const app of fc.sample(anyApp(), { numRuns: 25, seed: 7 })) {
      const { files } = exportAs(id, app);
      expect(faultsIn(files), [...files.values()].join("\n")).toEqual([]);
    }
  });
});

describe.skipIf(skipped)(`the check itself${missingTofu}`, () => {
  const files = () =>
    new Map(exportAs("terraform-heroku", read(shop("web: { type: web, image: nginx, port: 80 }"))).files);
  const changed = (from: string, to: string) => {
    const text = files().get("main.tf") ?? "";
    expect(text).toContain(from);
    return faultsIn(files().set("main.tf", text.replace(from, to))).join();
  };

  it("finds an attribute that the provider does not publish, and one that is missing", () => {
    expect(changed("quantity   =", "quantities =")).toMatch(/Missing required argument.*Unsupported argument/s);
  });

  it("finds a block where an attribute belongs", () => {
    expect(changed("  source {\n    path = var.source_path\n  }\n", "  source = var.source_path\n")).toContain(
      "source",
    );
  });

  it("finds a reference to what does not exist, and to an attribute that nobody publishes", () => {
    expect(changed("[heroku_build.app]", "[heroku_build.other]")).toContain("heroku_build.other");
    expect(changed("heroku_app.app.id", "heroku_app.app.idd")).toContain("Unsupported attribute");
  });

  it("finds lines that are not as `fmt` writes them", () => {
    expect(changed("  stack  = ", "  stack = ")).toContain("main.tf");
  });
});
