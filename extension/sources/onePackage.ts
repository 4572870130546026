import { readPackage } from "../packages/readPackage";
import type { Index } from "./shippedIndex";
import { SourceError } from "./sourceError";

/** An index with one version of one package in it. Throws a `SourceError` where the file is no package. */
export function onePackage(text: string, label: string): Index & { readonly only: string } {
  const found = readPackage(text);
  if (!found.ok) throw new SourceError(`${label}: ${found.reason}`);
  const { name, version } = found.value;
  return {
    only: name,
    names: async () => [name],
    async versions(wanted) {
      if (wanted === name) return [version];
      throw new SourceError(`${label} is the package ${name}, not ${wanted}.`);
    },
    async read(wanted, of) {
      if (wanted === name && of === version) return text;
      throw new SourceError(`${label} has ${name} ${version}, not ${wanted} ${of}.`);
    },
  };
}
