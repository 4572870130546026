import type { Index } from "./shippedIndex";
import { SourceError } from "./sourceError";

/** Several indexes as one: every version that any of them has, each from the first that has it. */
export function mergeIndexes(indexes: readonly Index[]): Index {
  const names = async () => [...new Set((await Promise.all(indexes.map((index) => index.names()))).flat())].sort();
  const versionsIn = async (index: Index, name: string): Promise<readonly string[]> =>
    (await index.names()).includes(name) ? index.versions(name) : [];
  return {
    names,
    async versions(name) {
      const all = await Promise.all(indexes.map((index) => versionsIn(index, name)));
      const versions = [...new Set(all.flat())];
      if (versions.length > 0) return versions;
      throw new SourceError(`There is no package ${name}. There are: ${(await names()).join(", ")}.`);
    },
    async read(name, version) {
      for (const index of indexes) {
        if ((await versionsIn(index, name)).includes(version)) return index.read(name, version);
      }
      throw new SourceError(`None of the indexes has ${name} ${version}.`);
    },
  };
}
