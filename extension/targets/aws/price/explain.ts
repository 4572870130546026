import type { App } from "../../../manifest/app";
import { t } from "../../../manifest/l10n";
import type { Path } from "../../../manifest/problem";
import { type Estimate, type EstimateItem, sum } from "../../estimate";
import { dollars, inShort, itemPrice, perUnit } from "../../money";
import { egressChoices, type PriceChoice, sizeChoices } from "./choices";

const anyItem = /./;
/** The units that a field decides about. */
const units: Readonly<Record<string, RegExp>> = {
  type: anyItem,
  cpu: /^vCPU-hour$/,
  memory: /^GB-hour$/,
  architecture: /^(vCPU|GB)-hour$/,
  spot: /^(vCPU|GB)-hour$/,
  scale: /^(vCPU|GB|address)-hour$|^alarm/,
  storage: /^GB-month$/,
  maxStorage: /^GB-month$/,
  size: /^(instance|node)-hour$/,
  replicas: /^node-hour$/,
  highAvailability: /^instance-hour$|^GB-month$/,
};

/**
 * What the thing at a path of the model costs, in Markdown: `["components", "db", "size"]`, or `["network", "egress"]`.
 * Undefined for what has no price of its own.
 */
export function explainPrice(app: App, estimate: Estimate, path: Path): string | undefined {
  const [area, name, field] = path;
  if (area === "network") {
    const items = estimate.items.filter(({ component }) => component === undefined);
    return path.length > 2 ? undefined : written(estimate, items, name === "egress" ? egressChoices(app) : []);
  }
  if (area !== "components" || typeof name !== "string") return undefined;
  const own = estimate.items.filter(({ component }) => component === name);
  const isWhole = path.length === 2;
  const wanted = isWhole
    ? anyItem
    : typeof field === "string" && Object.hasOwn(units, field)
      ? units[field]
      : undefined;
  if (wanted === undefined) return undefined;
  const items = own.filter(({ unit }) => wanted.test(unit.name));
  const uses = isWhole || field === "type" ? estimate.usage.filter(({ component }) => component === name) : [];
  if (items.length === 0 && uses.length === 0) return undefined;
  const choices = field === "size" ? sizeChoices(app, name) : [];
  return written(
    estimate,
    items,
    choices,
    uses.map((use) => `${use.text} (${perUnit(use.unit)})`),
  );
}

function written(
  { asOf, region }: Estimate,
  items: readonly EstimateItem[],
  choices: readonly PriceChoice[],
  uses: readonly string[] = [],
): string {
  const { idle, maximum } = sum(items);
  const lines = items.map((item) => `- ${item.text}: ${itemPrice(item)}${unitOf(item)}`);
  const rows = choices.map(
    ({ value, means, idle: usd }) => `- \`${value}\`, ${means}: ${usd === undefined ? t`unknown` : dollars(usd)}`,
  );
  return [
    t`**Price:** ${inShort(idle, maximum)}`,
    lines.join("\n"),
    ...(rows.length > 0 ? [t`Each choice, in a month:\n\n${rows.join("\n")}`] : []),
    ...(uses.length > 0 ? [t`Paid by use, and in no sum:\n\n${uses.map((use) => `- ${use}`).join("\n")}`] : []),
    t`_AWS list prices of ${asOf} in ${region}, before tax, discounts and free tiers._`,
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

function unitOf({ unit }: EstimateItem): string {
  return unit.usd === undefined ? "" : ` (${perUnit(unit)})`;
}
