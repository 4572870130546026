import { mkdir, readFile, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { createVSIX } from "@vscode/vsce";
import { buildAll } from "../build/buildAll";
import { root } from "../setup/paths";

/** Builds for production and packs what `.vscodeignore` lets in; gives the path of the package. */
export async function buildPackage(file?: string): Promise<string> {
  await buildAll({ production: true });
  const { name, version, repository } = JSON.parse(await readFile(join(root, "package.json"), "utf8"));
  const packagePath = file ?? join(root, `${name}-${version}.vsix`);
  await mkdir(dirname(packagePath), { recursive: true });
  await createVSIX({
    cwd: root,
    packagePath,
    dependencies: false,
    allowMissingRepository: true,
    // Links in the README become absolute only when there is a repository for them to lead to.
    rewriteRelativeLinks: repository !== undefined,
  });
  const { size } = await stat(packagePath);
  console.log(`Packed ${(size / 1e6).toFixed(2)} MB.`);
  return packagePath;
}
