import type { Json, Operation } from "../manifest/edit/operation";
import type { Manifest } from "../manifest/manifest";
import { mask } from "../manifest/maskSecrets";
import { isJsonMap, type JsonMap, ownValue } from "../manifest/model/values";
import type { Path } from "../manifest/problem";
import { type Baseline, edited, maskedAt, writtenOf } from "./edited";

/** What to put back to what is deployed: one field, one component, or everything. A path is from the root unless a component is named. */
export interface Discard {
  readonly component?: string | undefined;
  readonly path?: Path | undefined;
}

/** `masked`: a value was not kept, because it seemed to be a secret. */
export type Discarded =
  | { readonly ok: true; readonly operations: readonly Operation[] }
  | { readonly ok: false; readonly reason: "nothing" | "masked" };

/**
 * The operations that put the text back to what was deployed, in the base and in the baseline's environment. Other
 * environments are not touched, except through the base that they share.
 */
export function discardEdit(baseline: Baseline, manifest: Manifest, { component, path }: Discard): Discarded {
  const found = edited(baseline, manifest);
  const ground: Ground = { baseline, now: writtenOf(manifest) };
  const operations =
    component === undefined
      ? [
          ...found.other
            .filter((field) => path === undefined || begins(field.path, path))
            .flatMap((field) => resetSetting(ground, field.path)),
          ...(path === undefined
            ? [...Object.keys(found.components), ...found.removed].flatMap((name) =>
                resetComponent(ground, found, name),
              )
            : []),
        ]
      : path === undefined
        ? resetComponent(ground, found, component)
        : fieldsOf(found, component)
            .filter((field) => begins(field, path))
            .flatMap((field) => resetField(ground, component, field));
  if (operations.length === 0) return { ok: false, reason: "nothing" };
  return operations.some(hasMask) ? { ok: false, reason: "masked" } : { ok: true, operations };
}

interface Ground {
  readonly baseline: Baseline;
  readonly now: JsonMap;
}

type Found = ReturnType<typeof edited>;

function resetComponent(ground: Ground, found: Found, name: string): readonly Operation[] {
  const { written, environment } = ground.baseline;
  if (!found.removed.includes(name)) {
    if (!Object.hasOwn(found.components, name)) return [];
    if (found.components[name]?.kind === "added") return [{ kind: "removeComponent", name }];
    return fieldsOf(found, name).flatMap((path) => resetField(ground, name, path));
  }
  const fields = valueAt(written, ["components", name]);
  const override = valueAt(written, ["environments", environment, "components", name]);
  return [
    { kind: "addComponent", name, fields: isJsonMap(fields) ? fields : {} },
    ...(override === undefined
      ? []
      : [{ kind: "setValue", path: ["environments", environment, "components", name], value: override } as const]),
  ];
}

function resetField({ baseline, now }: Ground, component: string, path: Path): readonly Operation[] {
  const { environment } = baseline;
  const layers = [
    { root: ["components", component], layer: {} },
    { root: ["environments", environment, "components", component], layer: { environment } },
  ];
  return layers.flatMap(({ root, layer }): readonly Operation[] => {
    const place = [...root, ...path];
    const before = valueAt(baseline.written, place);
    if (isEqual(before, maskedAt(place, valueAt(now, place)))) return [];
    if (before === undefined) return [{ kind: "removeField", component, path, ...layer }];
    return [{ kind: "setField", component, path, value: before, ...layer }];
  });
}

function resetSetting({ baseline, now }: Ground, path: Path): readonly Operation[] {
  return [path, ["environments", baseline.environment, ...path]].flatMap((place): readonly Operation[] => {
    const before = valueAt(baseline.written, place);
    if (isEqual(before, maskedAt(place, valueAt(now, place)))) return [];
    if (before === undefined) return [{ kind: "removeValue", path: place }];
    return [{ kind: "setValue", path: place, value: before }];
  });
}

function fieldsOf(found: Found, component: string): readonly Path[] {
  const own = Object.hasOwn(found.components, component) ? found.components[component] : undefined;
  return (own?.fields ?? []).map(({ path }) => path);
}

function begins(path: Path, start: Path): boolean {
  return start.every((step, index) => path[index] === step);
}

function valueAt(from: Json, path: Path): Json | undefined {
  let value: Json | undefined = from;
  for (const step of path) value = isJsonMap(value) ? ownValue(value, String(step)) : undefined;
  return value;
}

function isEqual(left: Json | undefined, right: Json | undefined): boolean {
  if (left === right) return true;
  if (typeof left !== "object" || typeof right !== "object" || left === null || right === null) return false;
  if (Array.isArray(left) || Array.isArray(right)) {
    if (!Array.isArray(left) || !Array.isArray(right)) return false;
    return left.length === right.length && left.every((item, index) => isEqual(item, right[index]));
  }
  const [one, other] = [Object.entries(left), new Map(Object.entries(right))];
  return one.length === other.size && one.every(([key, value]) => isEqual(value, other.get(key)));
}

function hasMask(operation: Operation): boolean {
  return JSON.stringify(operation).includes(`"${mask}"`);
}
