import { freeName } from "../manifest/edit/clip/freeName";
import { applyEdits, copyComponents, edit } from "../manifest/edit/edit";
import type { Json, Operation } from "../manifest/edit/operation";
import { jsonAt } from "../manifest/jsonAt";
import { type Manifest, openManifest } from "../manifest/manifest";
import type { Path } from "../manifest/problem";
import { type Answer, given, refused } from "./answer";
import { type Conflict, isSame, mergeFields } from "./mergeFields";
import { named } from "./named";

export interface Upgraded {
  /** The whole manifest. */
  readonly text: string;
  /** Names in the manifest by names in the package, of those that came with it. */
  readonly names: Names;
  /** The same for those that it uses. */
  readonly shared: Names;
  readonly components: readonly UpgradedComponent[];
  /** What is taken, field by field; without a value before or after where there is none. */
  readonly fields: readonly TakenField[];
  readonly conflicts: readonly Conflict[];
}

type Names = { readonly [component: string]: string };

export interface TakenField {
  readonly component: string;
  readonly path: Path;
  readonly before: Json | undefined;
  readonly after: Json | undefined;
}

export interface UpgradedComponent {
  /** In the manifest. */
  readonly name: string;
  /**
   * `added`, `changed`, `removed`: by the new version. `kept`: it is no longer in the package, and stays because the person
   * changed it. `needed`: it is no longer in the package, and stays because something else in the manifest leads to it.
   * `gone`: the person took it out, and it stays out.
   */
  readonly what: "added" | "changed" | "removed" | "kept" | "needed" | "gone";
}

/**
 * Brings what was installed to a new version, field by field: what only the package changed is taken, and what the person
 * changed stays. Errors: the manifest cannot be read, or would have an error afterwards.
 * @param names in the manifest by names in the package
 * @param shared the same for those that it uses and that are another's: they stay as they are
 * @param before the installed version, expanded with the values it was installed with
 * @param after the new one, expanded with the values it is to have
 */
export function upgrade(
  text: string,
  { names, shared = {} }: { readonly names: Names; readonly shared?: Names },
  before: string,
  after: string,
): Answer<Upgraded> {
  const manifest = openManifest(text);
  if (!manifest.readable) return refused("The manifest cannot be read at the moment; stackwright validate says why.");
  const now = namesFor(manifest, { ...names, ...shared }, namesIn(after));
  const base = named(before, pick({ ...names, ...shared }, namesIn(before)));
  const theirs = named(after, now);
  if (!base.ok) return base;
  if (!theirs.ok) return theirs;
  const operations: Operation[] = [];
  const own = without({ ...names, ...now }, shared);
  const components: UpgradedComponent[] = [];
  const fields: TakenField[] = [];
  const conflicts: Conflict[] = [];
  for (const name of inOrder(own, [...namesIn(before), ...namesIn(after)])) {
    const [was, is, willBe] = [base.value, manifest, theirs.value].map((one) => jsonAt(one, ["components", name]));
    if (was === undefined && willBe !== undefined) components.push({ name, what: "added" });
    else if (is === undefined) components.push({ name, what: "gone" });
    else if (willBe === undefined && !isSame(was, is)) components.push({ name, what: "kept" });
    else if (willBe === undefined && isNeeded(manifest, name, new Set(Object.values(own)))) {
      components.push({ name, what: "needed" });
    } else if (willBe === undefined) {
      operations.push({ kind: "removeComponent", name });
      components.push({ name, what: "removed" });
    } else {
      const merge = mergeFields(name, was, is, willBe);
      operations.push(...merge.taken.map(({ path, value }) => fieldOperation(name, path, value)));
      fields.push(
        ...merge.taken.map(({ path, value }) => {
          return { component: name, path, before: jsonAt(manifest, ["components", name, ...path]), after: value };
        }),
      );
      conflicts.push(...merge.conflicts);
      if (merge.taken.length > 0) components.push({ name, what: "changed" });
    }
  }
  const added = components.filter(({ what }) => what === "added").map(({ name }) => name);
  if (added.length > 0) operations.push({ kind: "pasteComponents", text: copyComponents(theirs.value, added) });
  const result = edit(manifest, operations);
  if (!result.ok) return refused(result.reason);
  const updated = applyEdits(text, result.edits);
  const error = newError(manifest, openManifest(updated));
  if (error !== undefined) return refused(`The manifest would not be valid with it: ${error}`);
  return given({
    text: updated,
    names: without(now, shared),
    shared: pick(shared, namesIn(after)),
    components,
    fields,
    conflicts,
  });
}

/** A component keeps its name; a new one gets its own, or a free one. */
function namesFor(manifest: Manifest, names: Names, components: readonly string[]): Names {
  const taken = new Set([...manifest.components.map(({ name }) => name), ...Object.values(names)]);
  return Object.fromEntries(
    components.map((component) => {
      const known = Object.hasOwn(names, component) ? names[component] : undefined;
      const name = known ?? freeName(component, (one) => taken.has(one));
      taken.add(name);
      return [component, name];
    }),
  );
}

/** The names in the manifest, in the order that the packages have. */
const inOrder = (names: Names, components: readonly string[]): ReadonlySet<string> =>
  new Set(components.flatMap((component) => names[component] ?? []));

const namesIn = (expanded: string): readonly string[] => openManifest(expanded).components.map(({ name }) => name);

const pick = (names: Names, keys: readonly string[]): Names =>
  Object.fromEntries(keys.flatMap((key) => (Object.hasOwn(names, key) ? [[key, names[key] ?? key]] : [])));

const without = (names: Names, shared: Names): Names =>
  Object.fromEntries(Object.entries(names).filter(([name]) => !Object.hasOwn(shared, name)));

const fieldOperation = (component: string, path: Path, value: Json | undefined): Operation =>
  value === undefined ? { kind: "removeField", component, path } : { kind: "setField", component, path, value };

/** Whether a component that did not come with the package leads to this one. */
function isNeeded(manifest: Manifest, name: string, own: ReadonlySet<string>): boolean {
  const result = edit(manifest, [{ kind: "removeComponent", name }]);
  if (!result.ok) return true;
  const without = openManifest(applyEdits(manifest.text, result.edits));
  const others = manifest.components.map((component) => component.name).filter((other) => !own.has(other));
  const broken = new Set(
    without.problems.flatMap(({ code, component }) => (code === "unknown-component" && component ? [component] : [])),
  );
  return others.some(
    (other) =>
      broken.has(other) || !isSame(jsonAt(manifest, ["components", other]), jsonAt(without, ["components", other])),
  );
}

/** An error that was not there before, in its words. */
function newError(before: Manifest, after: Manifest): string | undefined {
  const known = new Set(before.problems.map(({ message }) => message));
  return after.problems.find(({ severity, message }) => severity === "error" && !known.has(message))?.message;
}
