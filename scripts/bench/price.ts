import { readFileSync } from "node:fs";
import { join } from "node:path";
import { openManifest } from "../../extension/manifest/manifest";
import { draw } from "../../extension/protocol/picture";
import type { PriceOptions } from "../../extension/protocol/price";
import { allSizeChoices, estimate } from "../../extension/targets/aws/price/all";
import { root } from "../setup/paths";
import { percentile, type Row, row } from "./row";

export const priceNames = ["price-discourse", "price-keystroke"] as const;

/**
 * `price-discourse`: an estimate of the Discourse sample, from its model; made when nobody types.
 * `price-keystroke`: what prices add to the picture that is drawn at every keystroke.
 */
export function priceRows(): Row[] {
  const manifest = openManifest(readFileSync(join(root, "samples", "discourse", "stackwright.yaml"), "utf8"));
  const app = manifest.appFor("production");
  if (!app) throw new Error("The Discourse sample has an error.");
  const price: PriceOptions = { estimate: estimate(app), sizes: allSizeChoices(app), deployed: estimate(app) };
  const picture = (known?: PriceOptions) => () =>
    draw(manifest, { version: 1, environment: "production", editable: true, deploy: { possible: true }, price: known });
  const whole = Array.from({ length: 220 }, () => time(() => estimate(app))).slice(20);
  // In turn, so that whatever else the machine does meets both.
  const added = Array.from({ length: 420 }, () => time(picture(price)) - time(picture())).slice(20);
  return [
    row("price-discourse", percentile(whole, 0.5), "ms", { most: 5 }),
    row("price-keystroke", percentile(added, 0.5), "ms", { most: 1 }),
  ];
}

function time(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}
