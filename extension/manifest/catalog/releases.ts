/** The release that RDS creates a version series with, by engine. RDS keeps it up to date from then on. */
export const releases: Readonly<Record<"postgres" | "mysql", Readonly<Record<string, string>>>> = {
  postgres: { "14": "14.21", "15": "15.16", "16": "16.12", "17": "17.8", "18": "18.2" },
  mysql: { "8.0": "8.0.45", "8.4": "8.4.8" },
};
