import { findRefused } from "../findRefused";
import { jsonProblems } from "../openApp";
import type { Options } from "../parseArguments";
import { readManifest } from "../readManifest";
import { renderFailure } from "../render/failure";
import { countProblems, renderProblem } from "../render/problem";
import { painter } from "../style";
import type { Terminal } from "../terminal";

/**
 * Shows the problems of manifests, and what AWS would refuse of `aws.overrides` and `aws.resources`. 1 when one of them
 * has an error; warnings alone are no failure.
 */
export async function validate({ files, json }: Options, terminal: Terminal): Promise<number> {
  const paint = painter(terminal.colour);
  const results = [];
  for (const given of files.length === 0 ? [undefined] : files) {
    const file = await readManifest(given, terminal);
    const { problems, text } = file.manifest;
    const isSound = !problems.some(({ severity }) => severity === "error");
    const refused = isSound ? await findRefused(file) : [];
    const ok = isSound && refused.length === 0;
    results.push({ file: file.name, ok, problems: jsonProblems(file), ...(refused.length > 0 && { refused }) });
    if (json) continue;
    for (const problem of problems) terminal.out(renderProblem(file.name, text, problem, paint));
    for (const { failure } of refused) terminal.out(renderFailure(failure, paint, file));
    terminal.out(`${file.name}: ${countProblems(problems)}\n`);
  }
  const ok = results.every((result) => result.ok);
  if (json) terminal.out(`${JSON.stringify({ ok, files: results })}\n`);
  return ok ? 0 : 1;
}
