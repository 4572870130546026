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
