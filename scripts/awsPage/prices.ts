import { egressChoices } from "../../extension/targets/aws/price/choices";
import { prices } from "../../extension/targets/aws/price/prices.generated";
import { dollars } from "../../extension/targets/money";
import { least } from "./manifest";
import { appOf, table } from "./model";

/** Every price that is known, and who says so. */
export function pricesTable(): string {
  const regions = Object.keys(prices.regions);
  const keys = [...new Set(regions.flatMap((region) => Object.keys(prices.regions[region] ?? {})))];
  const rows = keys.map((key) => {
    const found = regions.map((region) => prices.regions[region]?.[key]);
    const sources = [...new Set(found.flatMap((price) => (price ? (prices.sources[price[1]] ?? []) : [])))];
    return [`\`${key}\``, ...found.map((price) => (price ? `$${price[0]}` : "unknown")), sources.join("; ")];
  });
  return table(["Price", ...regions, "Source"], rows);
}

/** What each way out of the network comes to in us-east-1, over two zones. */
export function egressTable(): string {
  const app = appOf(least, "staging");
  const rows = egressChoices(app).map(({ value, means, idle }) => [
    `\`${value}\``,
    means,
    idle === undefined ? "unknown" : dollars(idle),
  ]);
  return table(["`egress`", "What is paid for", "A month"], rows);
}
