import type { ResourceChange, ResourceChangeDetail } from "@aws-sdk/client-cloudformation";
import { t } from "../manifest/l10n";
import { compareProperties } from "./compareProperties";
import { redactValue } from "./redact";
import type { PropertyChange } from "./types";

/** How CloudFormation writes a value that only exists once the change has happened. */
export const knownAfterApply = "{{changeSet:KNOWN_AFTER_APPLY}}";

/**
 * What changes in a resource, property by property. CloudFormation tells the properties before and after as a whole,
 * and details, one for each cause and for each place in a list; the whole is what can be compared by names.
 * What only the details tell follows.
 */
export function propertyChanges(change: ResourceChange): readonly PropertyChange[] {
  const details = change.Details ?? [];
  const before = propertiesIn(change.BeforeContext);
  const after = propertiesIn(change.AfterContext);
  if (before === undefined || after === undefined) return fromDetails(details);
  const compared = compareProperties(before, after).map((difference): PropertyChange => {
    const path = `Properties.${difference.path}`;
    const top = difference.path.split(".")[0] ?? "";
    const causes = details.filter(({ Target }) => Target?.Attribute === "Properties" && Target.Name === top);
    return row(path, text(difference.before), text(difference.after), hardest(causes));
  });
  const told = new Set(compared.map(({ path }) => topOf(path)));
  return [...compared, ...fromDetails(details).filter(({ path }) => !told.has(topOf(path)))];
}

/** One row for a place, though there is a detail for each cause. */
function fromDetails(details: readonly ResourceChangeDetail[]): readonly PropertyChange[] {
  const rows = new Map<string, PropertyChange>();
  for (const detail of details) {
    const target = detail.Target;
    if (target === undefined) continue;
    const path = pathOf(target);
    const earlier = rows.get(path);
    const causes = details.filter(({ Target }) => Target && pathOf(Target) === path);
    const next = row(path, hidden(path, target.BeforeValue), hidden(path, target.AfterValue), hardest(causes));
    rows.set(path, { ...earlier, ...next });
  }
  return [...rows.values()];
}

function row(
  path: string,
  before: string | undefined,
  after: string | undefined,
  recreation: PropertyChange["recreation"],
): PropertyChange {
  return {
    path,
    ...(before === undefined ? {} : { before: shown(path, before) }),
    ...(after === undefined ? {} : { after: shown(path, after) }),
    recreation,
  };
}

function shown(path: string, value: string): string {
  return value === knownAfterApply ? t`(known after it is deployed)` : redactValue(path, value);
}

/** The value of a variable without its name may be a secret for all that can be known. */
function hidden(path: string, value: string | undefined): string | undefined {
  return value !== undefined && /\.Environment\.\d+\.Value$/.test(path) && value !== knownAfterApply ? "****" : value;
}

function text(value: unknown): string | undefined {
  if (value === undefined || typeof value === "string") return value;
  return JSON.stringify(value);
}

function propertiesIn(context: string | undefined): unknown {
  if (context === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(context);
    return typeof value === "object" && value !== null ? (value as { Properties?: unknown }).Properties : undefined;
  } catch {
    return undefined;
  }
}

function pathOf(target: NonNullable<ResourceChangeDetail["Target"]>): string {
  if (target.Path) return target.Path.split("/").filter(Boolean).join(".");
  if (target.Name) return `${target.Attribute ?? "Properties"}.${target.Name}`;
  return target.Attribute ?? "Properties";
}

/** `Properties.Tags` of `Properties.Tags.0.Value`. */
function topOf(path: string): string {
  return path.split(".").slice(0, 2).join(".");
}

function hardest(details: readonly ResourceChangeDetail[]): PropertyChange["recreation"] {
  const requires = details.map(({ Target }) => Target?.RequiresRecreation);
  if (requires.includes("Always")) return "always";
  return requires.includes("Conditionally") ? "conditionally" : "never";
}
