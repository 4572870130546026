import { chmod, mkdir, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import * as esbuild from "esbuild";
import { rsort } from "semver";
import { command } from "../setup/command";
import { root } from "../setup/paths";
import { type Bundle, bundles } from "./bundles";
import { checkWeight } from "./weight";

/** Makes everything in `dist/`, and checks that generated sources are up to date, so that a stale one cannot ship. */
export async function buildAll({ production }: { readonly production: boolean }): Promise<void> {
  const started = performance.now();
  await mkdir(join(root, "dist"), { recursive: true });
  await Promise.all([
    ...bundles({ production }).map(build),
    runScript("schema.ts", "--check"),
    runScript("prices.ts", "--check"),
    buildSpecification(),
    buildPackages(),
  ]);
  console.log(`Built dist/ in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
}

/** Rebuilds the bundles whenever a source changes, until the process ends. */
export async function watchAll(): Promise<void> {
  for (const { options } of bundles({ production: false })) {
    await (await esbuild.context({ ...options, logLevel: "info" })).watch();
  }
  console.log("Watching; Ctrl-C ends it.");
}

async function build(bundle: Bundle): Promise<void> {
  const result = await esbuild.build({ ...bundle.options, metafile: true });
  checkWeight(bundle, Object.keys(result.metafile.inputs));
  if (bundle.executable) await chmod(join(root, "dist", `${bundle.name}.js`), 0o755);
}

/** The newest version of each package that comes with Stackwright, in one file that a host without folders can read too. */
async function buildPackages(): Promise<void> {
  const index = join(root, "packages");
  const names = (await readdir(index, { withFileTypes: true })).filter((entry) => entry.isDirectory());
  const texts = await Promise.all(
    names.map(async ({ name }) => {
      const [newest = ""] = rsort(await readdir(join(index, name)));
      return readFile(join(index, name, newest, "stackwright.package.yaml"), "utf8");
    }),
  );
  await writeFile(join(root, "dist", "packages.json"), JSON.stringify(texts));
}

/** Takes ten seconds and changes about once a month: only made when what it is made from is newer. */
async function buildSpecification(): Promise<void> {
  const output = join(root, "dist", "specification.json.br");
  const sources = [
    join(root, "scripts", "specification.ts"),
    join(root, "extension", "targets", "aws", "specification", "data.ts"),
    join(root, "node_modules", "@aws-cdk", "aws-service-spec", "db.json.gz"),
  ];
  const times = await Promise.all(
    [output, ...sources].map((file) =>
      stat(file).then(
        ({ mtimeMs }) => mtimeMs,
        () => 0,
      ),
    ),
  );
  const [made = 0, ...changed] = times;
  if (changed.some((time) => time > made)) await runScript("specification.ts", output);
}

async function runScript(name: string, ...args: string[]): Promise<void> {
  await command(process.execPath, ["--import", "tsx", join(root, "scripts", name), ...args], { show: true });
}
