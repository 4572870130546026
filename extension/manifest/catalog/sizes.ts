/** The machine of each size, by service. The smallest that AWS offers stands for what would be smaller. */
export const databaseClasses: Readonly<Record<string, string>> = {
  nano: "db.t4g.micro",
  micro: "db.t4g.micro",
  small: "db.t4g.small",
  medium: "db.t4g.medium",
  large: "db.m7g.large",
  xlarge: "db.m7g.xlarge",
};

export const cacheClasses: Readonly<Record<string, string>> = {
  nano: "cache.t4g.micro",
  micro: "cache.t4g.micro",
  small: "cache.t4g.small",
  medium: "cache.t4g.medium",
  large: "cache.m7g.large",
  xlarge: "cache.m7g.xlarge",
};

/** A provider's own class is passed on as it stands. */
export function classOf(size: string, classes: Readonly<Record<string, string>>): string {
  return Object.hasOwn(classes, size) ? (classes[size] ?? size) : size;
}
