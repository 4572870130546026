import type { App } from "../../manifest/app";
import { isService, sortedComponents } from "../edges";
import { variableName } from "./names";

/**
 * The word before each store's variables, where a platform gives a store one for all services: that of the first
 * connection to it, or its own name. By the store's name; a second store never gets the word of another.
 */
export function attachments(app: App): ReadonlyMap<string, string> {
  const components = sortedComponents(app);
  const connections = components.filter(isService).flatMap((service) => service.connections);
  const words = new Map<string, string>();
  for (const { name, type } of components) {
    if (type !== "postgres" && type !== "mysql" && type !== "redis") continue;
    const taken = new Set(words.values());
    const wanted = connections.flatMap(({ to, prefix }) => (to === name && !taken.has(prefix) ? [prefix] : []));
    words.set(name, wanted[0] ?? free(variableName(name), taken));
  }
  return words;
}

function free(word: string, taken: ReadonlySet<string>): string {
  return taken.has(word) ? free(`${word}_2`, taken) : word;
}
