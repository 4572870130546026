import type { Service } from "../service";

/**
 * The time by which containers are looked at, in milliseconds since 1970. No two events of a stack share a moment, so at
 * full speed they run a little ahead of the clock; what has happened must not be in the future.
 */
export function present(service: Service): number {
  return Math.max(service.now(), ...[...service.store.stacks.values()].map(({ clock }) => clock));
}
