import { explain } from "../deploy/explain";
import { readResources } from "../deploy/readResources";
import type { App } from "../manifest/app";
import type { Options } from "./parseArguments";
import { type ManifestFile, readManifest } from "./readManifest";
import { positionAt } from "./render/position";
import { countProblems, renderProblem } from "./render/problem";
import { painter } from "./style";
import type { Terminal } from "./terminal";
import { UsageError } from "./usage";
import { tellFailure } from "./withFailure";

export interface OpenApp {
  readonly file: ManifestFile;
  readonly app: App;
}

/**
 * Reads the manifest and gives its model for the chosen environment. Undefined when it has errors: they have been
 * shown then, to standard output as JSON if that was asked for. Throws a `UsageError` when the environment has to be
 * chosen, or is none of the manifest's.
 */
export async function openApp(options: Options, terminal: Terminal): Promise<OpenApp | undefined> {
  const file = await readManifest(options.files[0], terminal);
  const { manifest } = file;
  const errors = manifest.problems.filter(({ severity }) => severity === "error");
  if (errors.length === 0) {
    const app = manifest.appFor(chooseEnvironment(manifest.environments, options.environment));
    if (app) {
      try {
        const whole = await readResources(app, file.folder);
        return { file, app: options.region === undefined ? whole : { ...whole, region: options.region } };
      } catch (error) {
        const tell = options.json ? (result: object) => terminal.out(`${JSON.stringify(result)}\n`) : undefined;
        tellFailure({ terminal, file, tell }, explain(error));
        return undefined;
      }
    }
  }
  if (options.json) {
    terminal.out(`${JSON.stringify({ ok: false, problems: jsonProblems(file) })}\n`);
    return undefined;
  }
  const paint = painter(terminal.colour);
  for (const problem of manifest.problems) terminal.err(renderProblem(file.name, manifest.text, problem, paint));
  terminal.err(`${file.name} has ${countProblems(manifest.problems)}; nothing was done.\n`);
  return undefined;
}

/** Only one that is there, and never a guess between several. */
function chooseEnvironment(environments: readonly string[], asked: string | undefined): string {
  const list = environments.map((name) => `\n  ${name}`).join("");
  if (asked !== undefined) {
    if (environments.includes(asked)) return asked;
    throw new UsageError(`The manifest has no environment ${asked}. It has:${list}`);
  }
  const [only, ...others] = environments;
  if (only !== undefined && others.length === 0) return only;
  throw new UsageError(`The manifest has several environments; choose one with --environment:${list}`);
}

/** Problems with places as editors count them, from 1, and as offsets in UTF-16 code units. */
export function jsonProblems({ manifest }: ManifestFile) {
  return manifest.problems.map(({ code, severity, message, range, component }) => {
    const { line, column } = positionAt(manifest.text, range.start);
    return { code, severity, message, line, column, range, ...(component === undefined ? {} : { component }) };
  });
}
