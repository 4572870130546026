import type { Json } from "../edit/operation";
import type { Path } from "../problem";
import { isJsonMap, ownValue } from "./values";

const perEnvironment = new Set(["region", "account", "protected", "components"]);

/**
 * Where a value of the model stands in the text: in the environment when that says so, else in the base, else where the
 * nearest thing around it stands. A list or a plain value in the environment hides the base below it; a map that both
 * have is the base's, which the environment only changes.
 */
export function sourceOf(written: Json, environment: string, path: Path): Path {
  for (let length = path.length; length > 0; length--) {
    const wanted = path.slice(0, length);
    const changed = ["environments", environment, ...wanted];
    const there = perEnvironment.has(String(wanted[0])) ? look(written, changed) : "absent";
    const here = look(written, wanted);
    if (there === "value" || (there === "map" && here !== "map")) return changed;
    if (there !== "hidden" && (here === "value" || here === "map")) return wanted;
  }
  return [];
}

/** `hidden`: something that is no map stands on the way there. */
function look(from: Json, path: Path): "value" | "map" | "absent" | "hidden" {
  let value: Json | undefined = from;
  for (const step of path) {
    if (Array.isArray(value)) {
      value = typeof step === "number" ? (value as readonly Json[])[step] : undefined;
      if (value === undefined) return "hidden";
    } else if (isJsonMap(value)) {
      value = ownValue(value, String(step));
      if (value === undefined) return typeof step === "number" ? "hidden" : "absent";
    } else return "hidden";
  }
  return isJsonMap(value) ? "map" : "value";
}
