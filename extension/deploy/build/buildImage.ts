import { mkdir, readFile, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { Build, Service } from "../../manifest/app";
import { t } from "../../manifest/l10n";
import { DeployError } from "../errors";
import { redact } from "../redact";
import { type Layout, readLayout } from "./layout";
import { runTool } from "./runTool";

/** A program that builds images, and how it is called. */
export type Tool = "docker" | "podman";

const platforms: { readonly [architecture in Service["architecture"]]: string } = {
  x86_64: "linux/amd64",
  arm64: "linux/arm64",
};

export interface BuildRequest {
  /** The manifest's. */
  readonly folder: string;
  readonly build: Build;
  readonly architecture: Service["architecture"];
  /** An empty folder for what comes out. */
  readonly output: string;
  readonly line?: (text: string) => void;
  readonly signal?: AbortSignal;
}

let known: Tool | undefined;

/** Docker when its engine answers, else Podman. Throws a `DeployError` when there is neither. */
export async function findTool(signal?: AbortSignal): Promise<Tool> {
  const problems: string[] = [];
  for (const tool of known === undefined ? (["docker", "podman"] as const) : [known]) {
    const { code, tail } = await runTool({ command: tool, args: ["info"], ...(signal && { signal }) });
    if (code === 0) {
      known = tool;
      return tool;
    }
    problems.push(`${tool}: ${tail.split("\n").at(-1) ?? ""}`);
  }
  known = undefined;
  throw new DeployError({
    code: "no-builder",
    message: t`The manifest builds an image, and neither Docker nor Podman answers on this machine.`,
    fix: t`Start Docker, or install it or Podman. Or build the image elsewhere and name it as \`image\`.`,
    raw: redact(problems.join("\n")),
  });
}

/**
 * Builds an image and unpacks it into a folder. The tool's own cache makes an unchanged source the same image again.
 * Throws a `DeployError` with the last lines of the build when it fails.
 */
export async function buildImage(tool: Tool, request: BuildRequest): Promise<Layout> {
  const { folder, build, architecture, output, line, signal } = request;
  await mkdir(output, { recursive: true });
  const context = resolve(folder, build.context);
  const idFile = join(output, "image-id");
  const hear = { ...(line && { line }), ...(signal && { signal }) };
  const args = [
    "build",
    "--file",
    resolve(context, build.dockerfile),
    "--platform",
    platforms[architecture],
    "--iidfile",
    idFile,
    ...(build.target === undefined ? [] : ["--target", build.target]),
    ...build.args.flatMap(({ name, value }) => ["--build-arg", `${name}=${value}`]),
    context,
  ];
  const built = await runTool({ command: tool, args, ...hear });
  signal?.throwIfAborted();
  if (built.code !== 0) throw failure(build, built.tail);
  const id = (await readFile(idFile, "utf8")).trim();
  const archive = join(output, "image.tar");
  const form = tool === "podman" ? ["--format", "oci-archive"] : [];
  const saved = await runTool({ command: tool, args: ["save", ...form, "--output", archive, id], ...hear });
  signal?.throwIfAborted();
  if (saved.code !== 0) throw failure(build, saved.tail);
  // Every system that Docker or Podman runs on has this program, Windows too.
  const unpacked = await runTool({ command: "tar", args: ["-xf", archive, "-C", output], ...hear });
  await rm(archive, { force: true });
  signal?.throwIfAborted();
  if (unpacked.code !== 0) throw failure(build, unpacked.tail);
  try {
    return await readLayout(output);
  } catch (error) {
    throw failure(build, t`${tool} save: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function failure({ context, dockerfile }: Build, tail: string): DeployError {
  return new DeployError({
    code: "build-failed",
    message: t`The image could not be built from ${dockerfile} in ${context}.`,
    fix: t`The last lines of the build say why. Nothing was changed in the cloud.`,
    raw: redact(tail),
  });
}
