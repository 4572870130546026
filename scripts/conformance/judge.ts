import type { Accepted } from "./accepted";
import type { Finding } from "./checkers/checker";
import type { Result } from "./run";
import type { Subject } from "./subjects";

/** A finding with what has to be known to judge it. */
export interface Judged extends Finding {
  readonly checker: string;
  /** The resource's type; empty when the finding is about none. */
  readonly type: string;
  /** The entry that covers it. */
  readonly accepted?: Accepted;
}

export interface Verdict {
  readonly all: readonly Judged[];
  /** Findings that nobody has accepted. */
  readonly unlisted: readonly Judged[];
  /** Entries that nothing needs any more. */
  readonly stale: readonly Accepted[];
}

/** Holds what was found to what is accepted. Only the checkers that ran are asked for; the others' entries stay. */
export function judge(
  results: readonly Result[],
  subjects: readonly Subject[],
  accepted: readonly Accepted[],
): Verdict {
  const byName = new Map(subjects.map((subject) => [subject.name, subject]));
  const used = new Set<Accepted>();
  const all = results.flatMap(({ checker, findings }) =>
    findings.map((finding): Judged => {
      const subject = byName.get(finding.manifest);
      const type = subject?.template.Resources[finding.resource ?? ""]?.Type ?? "";
      const entry = accepted.find(
        (each) =>
          each.checker === checker &&
          each.rule === finding.rule &&
          each.types.includes(type) &&
          holds(each, subject, finding.resource),
      );
      if (entry !== undefined) used.add(entry);
      return { ...finding, checker, type, ...(entry && { accepted: entry }) };
    }),
  );
  const ran = new Set(results.map(({ checker }) => checker));
  return {
    all,
    unlisted: all.filter((each) => each.accepted === undefined),
    stale: accepted.filter((each) => ran.has(each.checker) && !used.has(each)),
  };
}

function holds({ when }: Accepted, subject: Subject | undefined, resource: string | undefined): boolean {
  if (when === undefined) return true;
  if (subject === undefined || resource === undefined) return false;
  const origin = subject.template.Resources[resource]?.Metadata?.["Stackwright"] as { component?: string } | undefined;
  const component = subject.app.components.get(origin?.component ?? "");
  const value = when.field.split(".").reduce<unknown>(property, { app: subject.app, component });
  return when.is.some((each) => JSON.stringify(each) === JSON.stringify(value));
}

function property(value: unknown, key: string): unknown {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as Readonly<Record<string, unknown>>)[key];
}
