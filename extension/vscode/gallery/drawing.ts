import { openManifest } from "../../manifest/manifest";
import { expand } from "../../packages/expand";
import type { Values } from "../../packages/parameters";
import type { Package } from "../../packages/readPackage";
import type { Picture } from "../../protocol/messages";
import type { draw } from "../../protocol/picture";
import type { Prices } from "../price/prices";

/** What drawing needs of the extension. */
export interface Drawing {
  readonly prices: Pick<Prices, "of">;
  readonly draw: typeof draw;
}

/** The package with these values as the text of a manifest. Throws when it is none, in words. */
export function manifestOf(found: Package, values: Values): string {
  const text = expand(found, values);
  if (!text.ok) throw new Error(text.reason);
  return text.value;
}

/** The topology, with its price in the region that a new manifest has. */
export function pictureOf(text: string, { prices, draw: drawn }: Drawing): Picture {
  const manifest = openManifest(text);
  const [environment = "default"] = manifest.environments;
  const priced = prices.of(manifest, environment);
  return drawn(manifest, {
    version: 0,
    editable: false,
    deploy: { possible: true },
    ...(priced && { price: { estimate: priced.estimate, sizes: new Map() } }),
  });
}
