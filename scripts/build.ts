import { existsSync } from "node:fs";
import { chmod, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import * as esbuild from "esbuild";
import { type Bundle, bundles } from "./build/bundles";
import { checkWeight } from "./build/weight";
import { command } from "./setup/command";
import { runMain } from "./setup/main";
import { root } from "./setup/paths";

/**
 * Builds `dist/`. `--production` minifies and leaves source maps out; `--watch` stays and rebuilds.
 * Generated sources are checked first, so that a stale one cannot ship.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { production: { type: "boolean" }, watch: { type: "boolean" } } });
  const started = performance.now();
  await mkdir(join(root, "dist"), { recursive: true });
  const options = bundles({ production: values.production ?? false });
  if (values.watch) return watch(options);
  await Promise.all([...options.map(build), script("schema.ts", "--check"), script("specification.ts")]);
  console.log(`Built dist/ in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
}

async function build(bundle: Bundle): Promise<void> {
  const result = await esbuild.build({ ...bundle.options, metafile: true });
  checkWeight(bundle, Object.keys(result.metafile.inputs));
  if (bundle.executable) await chmod(join(root, "dist", `${bundle.name}.js`), 0o755);
}

async function watch(list: readonly Bundle[]): Promise<void> {
  for (const { options } of list) await (await esbuild.context({ ...options, logLevel: "info" })).watch();
  console.log("Watching; Ctrl-C ends it.");
}

async function script(name: string, ...args: string[]): Promise<void> {
  const file = join(root, "scripts", name);
  if (!existsSync(file)) return;
  await command(process.execPath, ["--import", "tsx", file, ...args], { show: true });
}

runMain(main);
