import { copyFile, cp, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { command, npm } from "./command";
import { hasGo } from "./goTools";
import { MissingPart, makeOnce } from "./part";
import { cache, root } from "./paths";
import { writeSchemas } from "./terraform/writeSchemas";

/** OpenTofu has no releases in a package registry; Go builds it from its sources in a few minutes, once. */
const tofu = "github.com/opentofu/opentofu@v1.10.6";
/** Flags of whoever runs it are not for these builds. */
const env = { ...process.env, GOFLAGS: "" };
const own = join(root, "scripts", "setup", "terraform");
const sources = [
  "package-lock.json",
  "publishedSchema.ts",
  "herokuSchema.ts",
  "types.ts",
  "writeSchemas.ts",
  "provider/main.go",
  "provider/go.sum",
];

/**
 * The folder with `tofu`, and with a provider of each name that knows what the real one publishes, so that
 * `tofu validate` works without a registry; `tofu.rc` leads to them. Built on Linux: the files are the same everywhere.
 */
export async function setupTerraform(): Promise<string> {
  const folder = join(cache, "terraform");
  const texts = await Promise.all(sources.map((file) => readFile(join(own, file), "utf8")));
  await mkdir(folder, { recursive: true });
  await makeOnce(join(folder, "program"), tofu, buildTofu);
  await makeOnce(join(folder, "providers"), texts.join("\n"), makeProviders);
  return folder;
}

async function buildTofu(folder: string): Promise<void> {
  await needGo();
  console.error("Building OpenTofu (once, some minutes) ...");
  // Its own go.mod replaces modules, so `go install` refuses it and it is built where its sources lie.
  const downloaded: { readonly Dir: string } = JSON.parse(
    await command("go", ["mod", "download", "-json", tofu], { env }),
  );
  await command("go", ["build", "-o", join(folder, "tofu"), "./cmd/tofu"], { cwd: downloaded.Dir, env });
}

async function makeProviders(folder: string): Promise<void> {
  await needGo();
  const packages = join(folder, "packages");
  await mkdir(packages);
  for (const file of ["package.json", "package-lock.json"]) await copyFile(join(own, file), join(packages, file));
  const source = join(folder, "source");
  await cp(join(own, "provider"), source, { recursive: true });
  await Promise.all([
    npm(["ci", "--ignore-scripts", "--legacy-peer-deps", "--no-audit", "--no-fund"], { cwd: packages }),
    command("go", ["build", "-o", join(folder, "provider"), "."], { cwd: source, env }),
  ]);
  const names = await writeSchemas(join(packages, "node_modules", "@cdktf"), folder);
  for (const name of names) await copyFile(join(folder, "provider"), join(folder, name, `terraform-provider-${name}`));
  await writeFile(join(folder, "tofu.rc"), settings(folder, names));
  // Hundreds of megabytes, of which a few have been read.
  await rename(packages, `${packages}.old`);
  await rm(`${packages}.old`, { recursive: true });
}

function settings(folder: string, names: readonly string[]): string {
  const owner = (name: string) => (name === "heroku" ? "heroku" : "hashicorp");
  const lines = names.map((name) => `    "${owner(name)}/${name}" = "${join(folder, name)}"\n`);
  return `provider_installation {\n  dev_overrides {\n${lines.join("")}  }\n  direct {}\n}\n`;
}

async function needGo(): Promise<void> {
  if (!(await hasGo())) throw new MissingPart("Go", "Install it from https://go.dev/dl and run the command again.");
}
