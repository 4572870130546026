import type { Database } from "../../manifest/app";
import { releases } from "../../manifest/catalog/releases";

/** What differs between the database engines on RDS. */
export interface Engine {
  readonly scheme: string;
  readonly port: number;
  /** The release that a series is created with. RDS keeps it up to date from then on. Other versions go through as written. */
  readonly releases: Readonly<Record<string, string>>;
  /** The parameter group family of a version. */
  family(version: string): string;
  /** Turns away connections without TLS. */
  readonly forceTls: Readonly<Record<string, string>>;
  readonly logs: readonly string[];
  /** Whether RDS can measure queries on a class: it needs memory that MySQL does not have on the smallest. */
  measures(instanceClass: string): boolean;
}

export const engines: Readonly<Record<Database["type"], Engine>> = {
  postgres: {
    scheme: "postgres",
    port: 5432,
    releases: releases.postgres,
    family: (version) => `postgres${version.split(".")[0]}`,
    forceTls: { "rds.force_ssl": "1" },
    logs: ["postgresql", "upgrade"],
    measures: () => true,
  },
  mysql: {
    scheme: "mysql",
    port: 3306,
    releases: releases.mysql,
    family: (version) => `mysql${version.split(".").slice(0, 2).join(".")}`,
    forceTls: { require_secure_transport: "1" },
    logs: ["error", "slowquery"],
    measures: (instanceClass) => !/^db\.t[234]g?\.(micro|small)$/.test(instanceClass),
  },
};
