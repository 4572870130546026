import type { Lock, Locked } from "./lock";

/** The installed packages that use a component of one, by name. */
export function usersOf({ packages }: Lock, { components }: Pick<Locked, "components">): readonly string[] {
  const theirs = new Set(Object.values(components));
  return Object.keys(packages).filter((name) =>
    Object.values(packages[name]?.shared ?? {}).some((component) => theirs.has(component)),
  );
}
