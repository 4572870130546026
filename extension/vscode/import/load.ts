export type Importing = typeof import("./bundle");

/** The readers of all formats: only once somebody imports. */
export const loadImport = (): Promise<Importing> => import("./bundle");
