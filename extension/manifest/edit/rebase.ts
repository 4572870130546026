import { jsonAt } from "../jsonAt";
import { t } from "../l10n";
import type { Manifest } from "../manifest";
import type { Path } from "../problem";
import { sameJson } from "./difference";
import { mergeChange } from "./mergeChange";
import type { Json, Operation } from "./operation";
import { Refusal, refuse } from "./refusal";
import { nameOf } from "./write";

export type Rebased =
  | { readonly ok: true; readonly operations: readonly Operation[] }
  | { readonly ok: false; readonly reason: string };

/**
 * Operations that were meant for one version of the text, for another one. What names a component holds as it is. An item
 * of a list is looked for where it stands now, and a value that both changed is merged; what then is not certain is
 * refused, so that nothing is written over that nobody has seen.
 */
export function rebase(seen: Manifest, now: Manifest, operations: readonly Operation[]): Rebased {
  if (seen.text === now.text) return { ok: true, operations };
  try {
    return { ok: true, operations: operations.map((operation) => rebaseOne(seen, now, operation)) };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, reason: error.message };
    throw error;
  }
}

function rebaseOne(seen: Manifest, now: Manifest, operation: Operation): Operation {
  const { kind } = operation;
  if (kind !== "setField" && kind !== "removeField" && kind !== "setValue" && kind !== "removeValue") return operation;
  const base = baseOf(operation);
  // The edit says that its component is gone.
  if ("component" in operation && jsonAt(now, ["components", operation.component]) === undefined) return operation;
  const before: Path = [...base, ...operation.path];
  const path = follow(seen, now, before);
  const [old, current] = [jsonAt(seen, before), jsonAt(now, path)];
  const own = path.slice(base.length);
  if (sameJson(old, current)) return { ...operation, path: own };
  if (kind === "removeField" || kind === "removeValue") {
    // Gone already is what was asked for; the edit then says that it is not there.
    return current === undefined ? { ...operation, path: own } : refuseChanged(path);
  }
  const value = mergeChange(old, current, operation.value);
  return value === undefined ? refuseChanged(path) : { ...operation, path: own, value };
}

function baseOf(operation: Operation): Path {
  if (operation.kind !== "setField" && operation.kind !== "removeField") return [];
  const { component, environment } = operation;
  return environment === undefined ? ["components", component] : ["environments", environment, "components", component];
}

/** The same path with the indexes that its items have now. */
function follow(seen: Manifest, now: Manifest, path: Path): Path {
  const result: (string | number)[] = [];
  for (const [depth, step] of path.entries()) {
    const before = jsonAt(seen, path.slice(0, depth));
    const after = jsonAt(now, result);
    const isItem = Array.isArray(before) && typeof step === "number";
    result.push(isItem && Array.isArray(after) ? indexNow(before, after, step, result) : step);
  }
  return result;
}

function indexNow(before: readonly Json[], after: readonly Json[], index: number, list: Path): number {
  if (sameJson(before, after)) return index;
  if (index >= before.length) return index === before.length ? after.length : refuseChanged(list);
  const item = before[index];
  const places = after.flatMap((one, at) => (sameJson(one, item) ? [at] : []));
  const isOnlyOne = before.filter((one) => sameJson(one, item)).length === 1;
  const [place] = places;
  if (place !== undefined && places.length === 1 && isOnlyOne) return place;
  // Only this one item is another: it was changed where it stands.
  const isAlone = before.length === after.length && before.every((one, at) => at === index || sameJson(one, after[at]));
  return isAlone ? index : refuseChanged(list);
}

function refuseChanged(path: Path): never {
  return refuse(t`${nameOf(path)} was changed meanwhile. Look at it as it is now, and try again.`);
}
