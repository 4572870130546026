import { readFileSync } from "node:fs";
import { join } from "node:path";
import { openManifest } from "../../extension/manifest/manifest";
import { compare } from "../../extension/targets/compare/compare";
import { exportTargets } from "../../extension/targets/export/all";
import { root } from "../setup/paths";
import { percentile, type Row, row } from "./row";

export const compareNames = ["compare-discourse"] as const;

/** `compare-discourse`: the Discourse sample written for every platform, with what each loses and the price on AWS. */
export function compareRows(): Row[] {
  const manifest = openManifest(readFileSync(join(root, "samples", "discourse", "stackwright.yaml"), "utf8"));
  const app = manifest.appFor("production");
  if (!app) throw new Error("The Discourse sample has an error.");
  const times = Array.from({ length: 60 }, () => {
    const start = performance.now();
    compare(app, exportTargets);
    return performance.now() - start;
  });
  return [row("compare-discourse", percentile(times.slice(20), 0.5), "ms", { most: 100 })];
}
