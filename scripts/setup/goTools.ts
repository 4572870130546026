import { mkdir, rename } from "node:fs/promises";
import { join } from "node:path";
import { attempt, command } from "./command";
import { MissingPart, makeOnce } from "./part";
import { cache } from "./paths";

/** Programs that check what is exported, each by those who define its format. The last word of a module is what Go calls it. */
const modules = {
  /** The reader of Docker Compose itself. */
  "compose-go": "github.com/compose-spec/compose-go/v2/cmd@v2.16.2",
  /** Helm itself, which lints charts and makes manifests of them. */
  helm: "helm.sh/helm/v3/cmd/helm@v3.19.2",
  /** A registry of the OCI distribution specification, which packages are pushed to and pulled from. */
  registry: "github.com/google/go-containerregistry/cmd/registry@v0.20.6",
} as const;

/** The folder of the programs, built from their sources; half a minute each at most, once. */
export async function setupGoTools(): Promise<string> {
  const folder = join(cache, "go-tools");
  await makeOnce(folder, JSON.stringify(modules), async () => {
    if (!(await hasGo())) throw new MissingPart("Go", "Install it from https://go.dev/dl and run the command again.");
    for (const [name, module] of Object.entries(modules)) {
      const built = join(folder, `${name}.build`);
      await mkdir(built);
      await command("go", ["install", module], { env: { ...process.env, GOBIN: built, GOFLAGS: "" } });
      const end = process.platform === "win32" ? ".exe" : "";
      await rename(join(built, `${module.replace(/@.*/, "").split("/").at(-1)}${end}`), join(folder, `${name}${end}`));
    }
  });
  return folder;
}

export const hasGo = (): Promise<boolean> =>
  attempt("go", ["version"]).then(
    ({ code }) => code === 0,
    () => false,
  );
