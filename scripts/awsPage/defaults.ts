import { least } from "./manifest";
import { appOf, componentOf, table } from "./model";
import { unsaid, why } from "./why";

/** Each field of a type that has a value when nothing is written: the value, the one where protected, and the reason. */
export function defaultsTable(type: string): string {
  const [usual, safe] = ["staging", "production"].map((name) => fieldsOf(componentOf(appOf(least, name), type)));
  const rows = Object.entries(usual ?? {}).map(([field, value]) => {
    const other = safe?.[field] ?? "";
    const reason = why[field];
    if (reason === undefined)
      throw new Error(`There is no reason for the default of ${type}.${field}: scripts/awsPage/why.ts`);
    return [`\`${field}\``, value, other === value ? "" : other, reason];
  });
  return table(["Field", "Default", "Protected", "Why"], rows);
}

function fieldsOf(component: object): { [field: string]: string } {
  const fields: { [field: string]: string } = {};
  for (const [key, value] of Object.entries(component)) {
    if (unsaid.has(key) || value === undefined) continue;
    if (typeof value !== "object") fields[key] = shown(key, value);
    else
      for (const [inner, of] of Object.entries(value))
        if (of !== undefined) fields[`${key}.${inner}`] = shown(inner, of);
  }
  return fields;
}

const units: Readonly<Record<string, string>> = {
  memory: " MiB",
  storage: " GiB",
  cpu: " vCPU",
  interval: " s",
  timeout: " s",
  gracePeriod: " s",
  idleTimeout: " s",
  retentionDays: " days",
};

function shown(field: string, value: unknown): string {
  if (typeof value === "boolean") return value ? "on" : "off";
  return typeof value === "number" ? `${value}${units[field] ?? ""}` : `\`${String(value)}\``;
}
