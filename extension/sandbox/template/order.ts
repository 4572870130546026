import { validationError } from "../wire/cloudError";

/** The names so that each comes after what it depends on. Throws CloudFormation's error for a circle. */
export function sortByDependencies(dependencies: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const waitsFor = new Map([...dependencies].map(([id, list]) => [id, new Set(list)]));
  const sorted: string[] = [];
  while (waitsFor.size > 0) {
    const ready = [...waitsFor].filter(([, waiting]) => waiting.size === 0).map(([id]) => id);
    if (ready.length === 0) {
      throw validationError(`Circular dependency between resources: [${circle(waitsFor).join(", ")}]`);
    }
    sorted.push(...ready);
    for (const id of ready) {
      waitsFor.delete(id);
    }
    for (const waiting of waitsFor.values()) {
      for (const id of ready) {
        waiting.delete(id);
      }
    }
  }
  return sorted;
}

/** What is left only because something in a circle waits for nothing else is not part of the circle. */
function circle(waitsFor: ReadonlyMap<string, ReadonlySet<string>>): readonly string[] {
  const members = new Set(waitsFor.keys());
  let before = 0;
  while (before !== members.size) {
    before = members.size;
    for (const id of members) {
      const isWaitedFor = [...members].some((other) => waitsFor.get(other)?.has(id));
      if (!isWaitedFor) {
        members.delete(id);
      }
    }
  }
  return [...members];
}
