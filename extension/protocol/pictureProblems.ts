import type { Manifest } from "../manifest/manifest";
import type { Path, Problem } from "../manifest/problem";
import { manifestSchema } from "../manifest/schema";
import type { PictureProblem } from "./messages";

/** More than anyone reads; a file that is broken all over must not flood the canvas. */
const most = 500;

/** The manifest's problems as the canvas shows them, at their component and field. */
export function problemsOf(manifest: Manifest): readonly PictureProblem[] {
  let line = 1;
  let counted = 0;
  return manifest.problems.slice(0, most).map((problem) => {
    const offset = problem.range.start;
    for (let feed = manifest.text.indexOf("\n", counted); feed >= 0 && feed < offset; ) {
      line += 1;
      counted = feed + 1;
      feed = manifest.text.indexOf("\n", counted);
    }
    const { code, severity, message } = problem;
    return { code, severity, message, line, offset, ...placeOf(manifest, problem) };
  });
}

function placeOf(manifest: Manifest, problem: Problem): { component?: string; field?: Path } {
  const path = manifest.pathAt(problem.range.start);
  const depth = path[0] === "components" ? 1 : path[0] === "environments" && path[2] === "components" ? 3 : undefined;
  const written = depth === undefined ? undefined : path[depth];
  const component = problem.component ?? (typeof written === "string" ? written : undefined);
  const [lacking] = lackingAtRoot(problem, path);
  if (lacking !== undefined) return { field: [lacking] };
  // Relative to the root, for what belongs to no component.
  if (component === undefined) return path.length === 0 || depth !== undefined ? {} : { field: path };
  const field = depth !== undefined && written === component ? path.slice(depth + 1) : [];
  return field.length === 0 ? { component } : { component, field };
}

/** The keys that the manifest itself lacks, of which the text can tell only beside another key. */
function lackingAtRoot({ code, data }: Problem, path: Path): readonly string[] {
  if (code !== "missing-key" || path.length !== 1) return [];
  const keys = data?.["keys"];
  return Array.isArray(keys) ? keys.filter((key) => manifestSchema.required?.includes(key)) : [];
}
