import type { Failure } from "../../deploy/types";
import { placeOf } from "../../manifest/placeOf";
import type { Path } from "../../manifest/problem";
import type { ManifestFile } from "../readManifest";
import { clean, type Paint } from "../style";
import { positionAt } from "./position";

/** What happened and why, where it stands in the manifest, what to do, and the cloud's own words. */
export function renderFailure(failure: Failure, paint: Paint, file?: ManifestFile): string {
  const place = file && failure.path ? lineOf(file, failure.path) : undefined;
  const lines = [`${paint("red", "error:")} ${clean(failure.message)}`];
  if (place) lines.push(`  at ${place}`);
  for (const finding of failure.findings ?? []) {
    const where = file && finding.path ? lineOf(file, finding.path) : undefined;
    lines.push(`  - ${where ? `${where}: ` : ""}${finding.logicalId}: ${clean(finding.text)}`);
  }
  lines.push(`  ${clean(failure.fix)}`);
  const { task, log = [] } = failure;
  if (task) lines.push(paint("dim", `  Task ${task.id} stopped at ${task.at}: ${clean(task.reason)}`));
  if (log.length > 0) lines.push("  The end of its log:", ...log.map((line) => paint("dim", `    ${clean(line)}`)));
  if (failure.raw && !failure.message.includes(failure.raw))
    lines.push(paint("dim", `  Original message: ${clean(failure.raw)}`));
  return `${lines.join("\n")}\n`;
}

function lineOf({ name, manifest }: ManifestFile, path: Path): string | undefined {
  const range = placeOf(manifest, path);
  if (range === undefined) return undefined;
  const { line, column } = positionAt(manifest.text, range.start);
  return `${name}:${line}:${column}`;
}
