import type { Index } from "./shippedIndex";
import { SourceError } from "./sourceError";
import { packageFile, type Tree } from "./tree";

/** The index that a tree holds: `<name>/<version>/stackwright.package.yaml`. */
export function indexIn(tree: Tree): Index {
  // Names as packages have them: a repository has folders of its own, such as .git.
  const names = async () => (await tree.folders("")).filter((name) => /^[a-z][a-z0-9-]*$/.test(name)).sort();
  return {
    names,
    async versions(name) {
      const known = await names();
      if (known.includes(name)) return tree.folders(name);
      throw new SourceError(`There is no package ${name}. There are: ${known.join(", ") || "none"}.`);
    },
    async read(name, version) {
      const text = await tree.file(`${name}/${version}/${packageFile}`);
      if (text === undefined) throw new SourceError(`The index has no file for ${name} ${version}.`);
      return text;
    },
  };
}
