export type Packages = typeof import("./bundle");

/** The page of packages: only once somebody asks for it. */
export const loadGallery = (): Promise<Packages> => import("./bundle");
