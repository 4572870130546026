import { openManifest } from "../../manifest/manifest";
import { type Installed, install, type Offered, type Place } from "../../packages/install";
import type { Values } from "../../packages/parameters";
import type { Picture } from "../../protocol/messages";
import type { draw } from "../../protocol/picture";
import type { Prices } from "../price/prices";
import type { Shelf } from "./shelf";

/** What drawing needs of the extension. */
export interface Drawing {
  readonly prices: Pick<Prices, "of">;
  readonly draw: typeof draw;
}

const nowhere: Place = { text: undefined, lock: { lockVersion: 1, prices: "", packages: {} } };

/**
 * A manifest with the package in it, and all that it needs. Throws when there can be none, in words.
 * @param into a new one, unless it is given
 */
export function manifestWith(offered: Offered, values: Values, known: Shelf, into: Place = nowhere): Installed {
  const installed = install(into, offered, { values }, known);
  if (!installed.ok) throw new Error(installed.reason);
  return installed.value;
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
