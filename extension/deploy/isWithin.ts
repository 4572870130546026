import { relative, resolve, sep } from "node:path";

/** Whether a path lies below a folder, and is not the folder itself. Both with the links on the way followed. */
export function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== "" && way !== ".." && !way.startsWith(`..${sep}`) && resolve(folder, way) === path;
}
