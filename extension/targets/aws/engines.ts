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

/** The master user. RDS reserves names such as `admin`, and checkers frown on the engines' own. */
export const databaseUser = "app";

/** Names that an engine would not take for a database without quoting. */
const reserved = new Set(
  "all and any app as asc between by case check column create current database default delete desc distinct drop else end exists false for foreign from function grant group having in index insert interval into is join key keys left like limit lock match mysql not null on or order outer postgres primary rank rdsadmin read references replace return right rows select set sys system table then to trigger true union unique update usage use user using values view when where window with".split(
    " ",
  ),
);

/** The database inside the instance: the application's name, as both engines take it. */
export function databaseName(application: string): string {
  const name = application.replaceAll("-", "_");
  return reserved.has(name) ? `${name}_app` : name;
}
