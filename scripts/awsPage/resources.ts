import { kindOf } from "../../extension/deploy/resourceKinds";
import { pricedOf } from "../../extension/targets/aws/price/pricers";
import { synthesize } from "../../extension/targets/aws/synthesize";
import { everything } from "./manifest";
import { appOf, table } from "./model";

/** Every type of resource that a component of this type can become, and how AWS asks money for it. `undefined`: what all share. */
export function resourcesTable(type: string | undefined): string {
  const made = new Map<string, { label: string; paid: string; protectedOnly: boolean }>();
  for (const environment of ["staging", "production"]) {
    const app = appOf(everything, environment);
    const { template, origins } = synthesize(app);
    const resources = new Map(
      Object.entries(template.Resources).map(([id, { Type, Properties }]) => [
        id,
        { id, type: Type, properties: Properties ?? {} },
      ]),
    );
    for (const [id, read] of resources) {
      const name = origins.get(id)?.component;
      if ((name === undefined ? undefined : app.components.get(name)?.type) !== type || made.has(read.type)) continue;
      const { lines = [], usage = [] } = pricedOf(read, { region: app.region, resources });
      const paid = [lines.length > 0 ? "by the month" : "", usage.length > 0 ? "by use" : ""]
        .filter(Boolean)
        .join(", ");
      made.set(read.type, {
        label: kindOf(read.type).label,
        paid: paid || "free",
        protectedOnly: environment === "production",
      });
    }
  }
  const rows = [...made].map(([name, { label, paid, protectedOnly }]) => [
    `\`${name}\``,
    protectedOnly ? `${label}, where protected` : label,
    paid,
  ]);
  return table(["Resource", "What it is", "Paid for"], rows);
}
