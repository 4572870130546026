import { readPackage } from "../../../packages/readPackage";
import { UsageError } from "../../usage";
import type { Index } from "../shippedIndex";

/** An index with one version of one package in it. Throws a `UsageError` where the file is no package. */
export function onePackage(text: string, label: string): Index & { readonly only: string } {
  const found = readPackage(text);
  if (!found.ok) throw new UsageError(`${label}: ${found.reason}`);
  const { name, version } = found.value;
  return {
    only: name,
    names: async () => [name],
    async versions(wanted) {
      if (wanted === name) return [version];
      throw new UsageError(`${label} is the package ${name}, not ${wanted}.`);
    },
    async read(wanted, of) {
      if (wanted === name && of === version) return text;
      throw new UsageError(`${label} has ${name} ${version}, not ${wanted} ${of}.`);
    },
  };
}
