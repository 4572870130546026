/** A version series of a managed engine. */
export interface Series {
  readonly name: string;
  /** The day its standard support ends, `YYYY-MM-DD`; from then on it costs more, and may be upgraded by force. */
  readonly supportedUntil: string;
}

/**
 * What Amazon RDS offers, from "Release calendars for Amazon RDS for PostgreSQL" (RDS for PostgreSQL release notes) and
 * "Supported MySQL major versions on Amazon RDS" (RDS User Guide). Every date here was compared on 2026-11-22 with what
 * endoflife.date had read from these two pages by 2026-08-22: all are the same. There is no clock here: a series counts as
 * past its end when it was so on the day of the table.
 */
export const engineVersions = {
  asOf: "2026-11-22",
  postgres: [
    { name: "13", supportedUntil: "2026-02-28" },
    { name: "14", supportedUntil: "2027-02-28" },
    { name: "15", supportedUntil: "2028-02-29" },
    { name: "16", supportedUntil: "2029-02-28" },
    { name: "17", supportedUntil: "2030-02-28" },
    { name: "18", supportedUntil: "2031-02-28" },
  ],
  mysql: [
    { name: "8.0", supportedUntil: "2026-07-31" },
    { name: "8.4", supportedUntil: "2029-07-31" },
  ],
} as const satisfies { readonly asOf: string; readonly postgres: readonly Series[]; readonly mysql: readonly Series[] };

/** The series that a version belongs to; undefined for one that is not in the table. */
export function seriesOf(engine: "postgres" | "mysql", version: string): Series | undefined {
  return engineVersions[engine].find(({ name }) => version === name || version.startsWith(`${name}.`));
}

export const isPastSupport = ({ supportedUntil }: Series): boolean => supportedUntil < engineVersions.asOf;
