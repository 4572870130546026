const longest = 31;

/** The name itself, or with the first free number: `web`, `web-2`, `web-3`. */
export function freeName(wanted: string, isTaken: (name: string) => boolean): string {
  if (!isTaken(wanted)) return wanted;
  const base = wanted.replace(/-[0-9]+$/, "");
  for (let number = 2; ; number += 1) {
    const suffix = `-${number}`;
    const name = base.slice(0, longest - suffix.length) + suffix;
    if (!isTaken(name)) return name;
  }
}
