import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { applyEdits, edit } from "../../extension/manifest/edit/edit";
import type { EditResult, Operation } from "../../extension/manifest/edit/operation";
import { openManifest } from "../../extension/manifest/manifest";

/**
 * `name.before.yaml` and `name.op.json` give `name.after.yaml`, or `name.refused.txt` with the reason. A notice stands in
 * `name.notice.txt`. After a change of mind: `UPDATE_GOLDEN=1`, and read the difference.
 */
const folder = join(import.meta.dirname, "golden");
const names = readdirSync(folder)
  .filter((name) => name.endsWith(".op.json"))
  .map((name) => name.slice(0, -".op.json".length));

function read(name: string): string {
  return readFileSync(join(folder, name), "utf8");
}

function operationsOf(name: string): readonly Operation[] {
  const json = JSON.parse(read(`${name}.op.json`)) as Operation | readonly Operation[];
  return Array.isArray(json) ? json : [json as Operation];
}

function outcome(text: string, result: EditResult): string {
  return result.ok ? applyEdits(text, result.edits) : result.reason;
}

function golden(name: string, actual: string | undefined): void {
  const path = join(folder, name);
  if (process.env["UPDATE_GOLDEN"] !== undefined && actual !== undefined) writeFileSync(path, actual);
  expect(actual).toBe(existsSync(path) ? readFileSync(path, "utf8") : undefined);
}

describe.each(names)("%s", (name) => {
  const before = read(`${name}.before.yaml`);
  const operations = operationsOf(name);
  const result = edit(openManifest(before), operations);

  it("gives the text an author would have written", () => {
    golden(`${name}.after.yaml`, result.ok ? outcome(before, result) : undefined);
    golden(`${name}.refused.txt`, result.ok ? undefined : `${result.reason}\n`);
    golden(`${name}.notice.txt`, result.ok && result.notice !== undefined ? `${result.notice}\n` : undefined);
  });

  it("gives the same with CRLF line ends", () => {
    const crlf = before.replaceAll("\n", "\r\n");
    const text = outcome(crlf, edit(openManifest(crlf), operations));
    if (before.includes("\n")) expect(text).toBe(outcome(before, result).replaceAll("\n", "\r\n"));
  });

  it("gives the same behind a byte order mark", () => {
    const marked = `\ufeff${before}`;
    const text = outcome(marked, edit(openManifest(marked), operations));
    expect(text).toBe((result.ok ? "\ufeff" : "") + outcome(before, result));
  });

  it("gives the same without a final line end", () => {
    if (!before.endsWith("\n") || name.startsWith("document-markers")) return;
    const open = before.slice(0, -1);
    const again = edit(openManifest(open), operations);
    expect(outcome(open, again).replace(/\n$/, "")).toBe(outcome(before, result).replace(/\n$/, ""));
  });

  it("gives edits that are sorted and apart", () => {
    if (!result.ok) return;
    for (const [index, { range }] of result.edits.entries()) {
      expect(range.end).toBeGreaterThanOrEqual(range.start);
      expect(range.start).toBeGreaterThanOrEqual((result.edits[index - 1]?.range.end ?? -1) + 1);
    }
  });
});
