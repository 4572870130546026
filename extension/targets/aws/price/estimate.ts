import type { App } from "../../../manifest/app";
import { t } from "../../../manifest/l10n";
import { type Estimate, type EstimateItem, sum } from "../../estimate";
import type { Origin } from "../../target";
import { synthesize } from "../synthesize";
import { addUp } from "./addUp";
import { notIncluded } from "./notIncluded";
import { pricedOf } from "./pricers";
import { prices } from "./prices.generated";
import { type Data, dataAt, isData, type Read, textAt } from "./reading";

/**
 * What an application costs on AWS in a month. It is read from the template that the application becomes, so the price
 * cannot disagree with what is deployed, and overrides count. Throws a `SynthesisError` as `synthesize` does.
 */
export function estimate(app: App): Estimate {
  const { template, origins } = synthesize(app);
  const found = estimateTemplate(template, app.region, origins);
  return app.resources === undefined ? found : withUnread(found, app, app.resources.file);
}

/** Resources in a file that is not read here: nobody can say what they cost, and nobody must overlook them. */
function withUnread(found: Estimate, app: App, file: string): Estimate {
  const unread: EstimateItem = {
    path: app.source(["aws", "resources"]),
    text: t`Resources of ${file}`,
    unit: { name: "month" },
    quantity: { idle: 1, maximum: 1 },
    source: t`the file is read when the application is planned`,
  };
  const items = [...found.items, unread];
  return { ...found, items, ...sum(items) };
}

/**
 * What a template costs in a month in a region, such as the template of a deployed stack. Nothing about its shape is
 * certain. Without `origins`, a resource comes from where its metadata says.
 */
export function estimateTemplate(
  template: unknown,
  region: string,
  origins: ReadonlyMap<string, Origin> = new Map(),
): Estimate {
  const written = isData(template) ? Object.entries(dataAt(template, "Resources")) : [];
  const resources = new Map<string, Read>();
  const places = new Map<string, Origin>();
  for (const [id, resource] of written) {
    if (!isData(resource)) continue;
    resources.set(id, { id, type: textAt(resource, "Type") ?? "", properties: dataAt(resource, "Properties") });
    places.set(id, origins.get(id) ?? originOf(resource));
  }
  const reading = { region, resources };
  const { items, usage } = addUp(
    prices,
    region,
    [...resources.values()].map((read) => ({
      ...pricedOf(read, reading),
      origin: places.get(read.id) ?? { path: [] },
    })),
  );
  return {
    currency: "USD",
    asOf: prices.asOf,
    region,
    ...sum(items),
    items,
    usage,
    notIncluded: notIncluded(prices, region, usage),
  };
}

function originOf(resource: Data): Origin {
  const written = dataAt(dataAt(resource, "Metadata"), "Stackwright");
  const component = textAt(written, "component");
  const path = textAt(written, "path") ?? "";
  return { ...(component !== undefined && { component }), path: path === "" ? [] : path.split(".") };
}
