const longest = 31;

/** The type itself, or with the first free number: `web`, `web-2`, `web-3`. */
export function freeName(base: string, taken: ReadonlySet<string>): string {
  if (!taken.has(base)) return base;
  for (let number = 2; ; number++) {
    const suffix = `-${number}`;
    const name = base.slice(0, longest - suffix.length) + suffix;
    if (!taken.has(name)) return name;
  }
}

/** Whether it can be the name of a component at all. */
export function isComponentName(name: string): boolean {
  return /^[a-z][a-z0-9-]{0,30}$/.test(name);
}
