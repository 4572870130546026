import { jsonAt } from "../manifest/jsonAt";
import { openManifest } from "../manifest/manifest";
import { type Answer, given, refused } from "./answer";
import { expand } from "./expand";
import { installInto } from "./installInto";
import { isCompatible } from "./isCompatible";
import { type Lock, type Locked, lockedIn, namesIn } from "./lock";
import { type Values, valuesChosen } from "./parameters";
import type { Package } from "./readPackage";

/** A package that can be installed. */
export interface Offered {
  readonly found: Package;
  /** Of its file, as the lock has it. */
  readonly hash: string;
  /** Where it came from, when not from an index. */
  readonly source?: string;
}

export interface Place {
  /** Undefined where there is no manifest yet. */
  readonly text: string | undefined;
  readonly lock: Lock;
}

export interface Chosen {
  readonly values: Values;
  /** Absent: nobody who asks for no version means one that breaks what runs. */
  readonly range?: string;
  /** Components of the manifest that take the place of the package's own, or of those it needs, by its names for them. */
  readonly shared?: Names;
}

export interface Installed {
  /** The whole manifest. */
  readonly text: string;
  readonly lock: Lock;
  /** What the package's components are called in the manifest. */
  readonly names: Names;
  readonly shared: Names;
  /** Packages that it needs and that were not there. */
  readonly brought: readonly Package[];
}

type Names = { readonly [component: string]: string };

/**
 * Puts a package into a manifest and its lock, and first those that it needs and that are not there. Errors: one is
 * missing, too old, or needs itself in the end; a component that is to be shared is not there or of another type.
 * @param known packages that may be needed, by name
 */
export function install(
  into: Place,
  offered: Offered,
  chosen: Chosen,
  known: ReadonlyMap<string, Offered>,
): Answer<Installed> {
  return installBelow([], into, offered, chosen, known);
}

/** @param above those whose needs have led here */
function installBelow(
  above: readonly string[],
  { text, lock }: Place,
  { found, hash, source }: Offered,
  { values, range = `^${found.version}`, shared = {} }: Chosen,
  known: ReadonlyMap<string, Offered>,
): Answer<Installed> {
  const { name, version, needs } = found;
  const expanded = expand(found, values);
  if (!expanded.ok) return expanded;
  // The manifest is called as what was asked for, and not as what that needs.
  const begun = needs !== undefined && (text ?? "").trim() === "" ? `name: ${name}\n\n` : text;
  const provided = provideNeeds([...above, name], { text: begun, lock }, found, shared, known);
  if (!provided.ok) return provided;
  const unfit = whyNotShared(provided.value, expanded.value, name);
  if (unfit !== undefined) return refused(unfit);
  const installed = installInto(provided.value.text, expanded.value, provided.value.shared);
  if (!installed.ok) return installed;
  const entry: Locked = {
    version,
    range,
    ...(source !== undefined && { source }),
    hash,
    parameters: values,
    components: installed.value.names,
    ...usesOf(found, provided.value.shared),
  };
  const { packages, ...rest } = provided.value.lock;
  return given({
    ...installed.value,
    lock: { ...rest, packages: { ...packages, [name]: entry } },
    shared: provided.value.shared,
    brought: provided.value.brought,
  });
}

/** What a lock says of what a package uses and does not have. */
export function usesOf({ needs }: Package, shared: Names): Pick<Locked, "shared" | "needs"> {
  const least = Object.values(needs ?? {}).map((need) => [need.package, need.version]);
  return {
    ...(Object.keys(shared).length > 0 && { shared }),
    ...(least.length > 0 && { needs: Object.fromEntries(least) }),
  };
}

export type Provided = Place & Pick<Installed, "shared" | "brought">;

/**
 * Finds a component of the manifest for each that a package needs, and installs the packages that are not there yet.
 * @param above the package, and those whose needs have led to it
 * @param shared those that are found already
 */
export function provideNeeds(
  above: readonly string[],
  place: Place,
  { needs = {} }: Package,
  shared: Names,
  known: ReadonlyMap<string, Offered>,
): Answer<Provided> {
  let now: Provided = { ...place, shared, brought: [] };
  for (const [alias, need] of Object.entries(needs)) {
    if (Object.hasOwn(shared, alias)) continue;
    const way = [...above, need.package].join(" needs ");
    if (above.includes(need.package)) return refused(`${way}: that is a circle, which never ends.`);
    let locked = lockedIn(now.lock, need.package);
    if (locked === undefined) {
      const offered = known.get(need.package);
      if (offered === undefined) return refused(`${way}, which is not to be found where packages are taken from.`);
      const { values, wrong } = valuesChosen(offered.found, need.parameters ?? {});
      const [unfit] = Object.values(wrong);
      if (unfit !== undefined) return refused(`${way} with a value that does not fit. ${unfit}`);
      const installed = installBelow(above, now, offered, { values }, known);
      if (!installed.ok) return installed;
      const { text, lock, brought } = installed.value;
      now = { ...now, text, lock, brought: [...now.brought, ...brought, offered.found] };
      locked = lockedIn(lock, need.package);
    }
    if (locked === undefined || !isCompatible(locked.version, need.version)) {
      return refused(`${way} ${need.version} or a newer one that is compatible, and not ${locked?.version}.`);
    }
    const component = namesIn(locked).get(need.component);
    if (component === undefined) return refused(`${way} for its component ${need.component}, which it does not have.`);
    now = { ...now, shared: { ...now.shared, [alias]: component } };
  }
  return given(now);
}

/** Why components of the manifest cannot take the place of those that the package names. */
function whyNotShared({ text, shared }: Provided, expanded: string, name: string): string | undefined {
  const [theirs, ours] = [openManifest(expanded), openManifest(text ?? "")];
  const taken = Object.values(shared);
  for (const [component, existing] of Object.entries(shared)) {
    const [wanted, there] = [typeIn(theirs, component), typeIn(ours, existing)];
    if (wanted === undefined) return `${name} has no component ${component} that ${existing} could take the place of.`;
    if (there === undefined) return `The manifest has no component ${existing}, which ${name} would use.`;
    if (wanted !== there) return `${name} uses ${component} as a ${wanted}, and ${existing} is a ${there}.`;
    if (taken.indexOf(existing) !== taken.lastIndexOf(existing)) {
      return `${existing} cannot take the place of two components of ${name}.`;
    }
  }
  return undefined;
}

const typeIn = (manifest: ReturnType<typeof openManifest>, component: string) =>
  jsonAt(manifest, ["components", component, "type"]);
