export type Repository = typeof import("./bundle");

/** Git, in a process of its own: only once somebody has agreed to fetch something. */
export const loadRepository = (): Promise<Repository> => import("./bundle");
