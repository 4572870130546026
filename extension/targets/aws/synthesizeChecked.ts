import type { App, PatchOperation } from "../../manifest/app";
import { t } from "../../manifest/l10n";
import type { Path } from "../../manifest/problem";
import { checkTemplate, type TemplateViolation } from "./specification/checkTemplate";
import type { Specification } from "./specification/read";
import type { Synthesis } from "./synthesis";
import { SynthesisError } from "./synthesisError";
import { synthesize } from "./synthesize";

/** What cannot be had everywhere: a reader of YAML with CloudFormation's tags, and AWS's specification. */
export interface Tools {
  /** A template's text as plain data. Throws when it cannot be read. */
  readTemplate(text: string): unknown;
  specification(): Specification;
}

/**
 * What is deployed: as `synthesize`, with the extra resources of `aws.resources`, and checked against AWS's
 * specification where somebody has added to what is generated. Throws a `SynthesisError` at the line to blame.
 */
export function synthesizeChecked(app: App, tools: Tools): Synthesis {
  const synthesis = synthesize(app, readExtra(app, tools));
  if (app.resources === undefined && app.overrides.length === 0) return synthesis;
  const [first, ...others] = checkTemplate(synthesis.template, tools.specification());
  if (first === undefined) return synthesis;
  const { path, what } = blame(app, synthesis, first);
  const more = others.length === 0 ? "" : t` There are ${others.length} more of the kind.`;
  throw new SynthesisError(
    what === "override" ? "override" : "resources",
    t`With the ${what}, AWS would refuse ${first.pointer}: ${first.message}.${more}`,
    path,
  );
}

function readExtra(app: App, tools: Tools): unknown {
  if (app.resources === undefined) return undefined;
  const { file, text } = app.resources;
  const path = app.source(["aws", "resources"]);
  if (text === undefined) throw new SynthesisError("resources", t`${file} could not be read.`, path);
  try {
    return tools.readTemplate(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new SynthesisError("resources", t`${file} cannot be understood: ${reason}`, path);
  }
}

/** The last override that touched the place; otherwise what the resource comes from. */
function blame(app: App, synthesis: Synthesis, violation: TemplateViolation): { path: Path; what: string } {
  const touches = ({ path, op, from }: PatchOperation) =>
    op !== "test" &&
    [path, op === "move" ? (from ?? path) : path].some((pointer) => overlaps(pointer, violation.pointer));
  const index = app.overrides.findLastIndex(touches);
  if (index >= 0) return { path: app.source(["aws", "overrides", index]), what: "override" };
  const path = synthesis.origins.get(violation.logicalId)?.path ?? [];
  return { path, what: t`resource ${violation.logicalId} of ${app.resources?.file ?? t`the manifest`}` };
}

/** One is the other, or stands inside of it. */
function overlaps(a: string, b: string): boolean {
  return a === b || a.startsWith(`${b}/`) || b.startsWith(`${a}/`);
}
