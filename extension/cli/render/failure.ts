import type { Failure } from "../../deploy/types";
import type { ManifestFile } from "../readManifest";
import { clean, type Paint } from "../style";
import { positionAt } from "./position";

/** What happened and why, where it stands in the manifest, what to do, and the cloud's own words. */
export function renderFailure(failure: Failure, paint: Paint, file?: ManifestFile): string {
  const place = file && failure.path ? placeOf(file, failure.path) : undefined;
  const lines = [`${paint("red", "error:")} ${clean(failure.message)}`];
  if (place) lines.push(`  at ${place}`);
  lines.push(`  ${clean(failure.fix)}`);
  if (failure.raw && !failure.message.includes(failure.raw))
    lines.push(paint("dim", `  Original message: ${clean(failure.raw)}`));
  return `${lines.join("\n")}\n`;
}

function placeOf({ name, manifest }: ManifestFile, path: NonNullable<Failure["path"]>): string | undefined {
  const found = manifest.find(path);
  const range = found?.entry?.range ?? found?.node?.range;
  if (range === undefined) return undefined;
  const { line, column } = positionAt(manifest.text, range.start);
  return `${name}:${line}:${column}`;
}
