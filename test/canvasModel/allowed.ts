import type { Operation } from "../../extension/manifest/edit/operation";
import type { Path } from "../../extension/manifest/problem";
import { namesIn } from "./namesIn";
import { readYaml } from "./readIndependently";
import { insertRegion, type Region, removalRegion, union, valueRegion } from "./regions";
import { childrenOf, descend, isNamed, type Place, pathsThatName, placeAt, rootOf } from "./tree";

/**
 * Where a gesture may change the text, found with the `yaml` package and without the edit engine: the nodes that it names,
 * the ends of the maps and lists that it adds to, and the entries that it takes out, with their comments and blank lines.
 * `exact`: false when items may stand elsewhere than the gesture says.
 */
export function allowedIn(text: string, operations: readonly Operation[], exact: boolean): readonly Region[] {
  const root = rootOf(readYaml(text).document);
  if (root.node === undefined) return [{ start: 0, end: text.length }];
  const written: Region[] = [];
  const removed: Path[] = [];
  const at = (path: Path): Path => {
    const index = exact ? -1 : path.findIndex((step) => typeof step === "number");
    return index < 0 ? path : path.slice(0, index);
  };
  for (const operation of operations) {
    const found = concerns(root, operation);
    for (const path of found.set) written.push(...setRegions(text, root, at(path)));
    for (const region of found.regions ?? []) written.push(region);
    removed.push(...found.remove.map(at));
  }
  return union([...written, ...removeRegions(text, root, removed)]).map((region) => upToTheEnd(text, region));
}

/** Without a line end at the end of the text, it is the one before that goes. */
function upToTheEnd(text: string, { start, end }: Region): Region {
  return { start: end >= text.length ? Math.max(0, start - 2) : start, end };
}

interface Concerned {
  readonly set: readonly Path[];
  readonly remove: readonly Path[];
  readonly regions?: readonly Region[];
}

function concerns(root: Place, operation: Operation): Concerned {
  const fresh = "a new entry";
  switch (operation.kind) {
    case "addComponent": {
      const place = operation.position === undefined ? [] : [["canvas", operation.name]];
      return { set: [["components", operation.name], ...place], remove: [] };
    }
    case "pasteComponents": {
      const environments = childrenOf(placeAt(root, ["environments"])?.node).map(({ step }) => step);
      const overrides = environments.map((name) => ["environments", name, "components", fresh]);
      return { set: [["components", fresh], ["canvas", fresh], ...overrides], remove: [] };
    }
    case "setField":
    case "removeField": {
      const { component, path, environment } = operation;
      const base = environment === undefined ? [] : ["environments", environment];
      const full = [...base, "components", component, ...path];
      return operation.kind === "setField" ? { set: [full], remove: [] } : { set: [], remove: [full] };
    }
    case "setValue":
      return { set: [operation.path], remove: [] };
    case "removeValue":
      return { set: [], remove: [operation.path] };
    case "moveComponents": {
      const entries = Object.entries(operation.positions);
      return {
        set: entries.flatMap(([name, position]) => (position === null ? [] : [["canvas", name]])),
        remove: entries.flatMap(([name, position]) => (position === null ? [["canvas", name]] : [])),
      };
    }
    case "connect":
      return { set: links(operation.from, fresh), remove: [] };
    case "disconnect":
      return { set: [], remove: pathsThatName(root, [["components", operation.from]], operation.to) };
    case "reconnect": {
      const { from, to, newFrom } = operation;
      const old = pathsThatName(root, [["components", from]], to);
      return { set: [...links(newFrom, fresh), ...links(newFrom), ...old, ...links(from)], remove: old };
    }
    case "removeComponent":
      return { set: [], remove: everywhere(root, operation.name) };
    case "renameComponent":
      return { set: [], remove: [["canvas", operation.to]], regions: namesIn(root, operation.name) };
    default:
      return { set: [], remove: [] };
  }
}

function links(from: string, step?: string): readonly Path[] {
  const more = step === undefined ? [] : [step];
  return ["connections", "routes"].map((field) => ["components", from, field, ...more]);
}

/** Everything that names a component, and the component. */
function everywhere(root: Place, name: string): readonly Path[] {
  const steps = (path: Path): readonly Path[] =>
    childrenOf(placeAt(root, path)?.node).map(({ step }) => [...path, step]);
  const overrides = steps(["environments"]).flatMap((path) => steps([...path, "components"]));
  const groups = steps(["canvas", "$groups"]).flatMap((group) => {
    const members = childrenOf(placeAt(root, [...group, "components"])?.node);
    const own = members.filter(({ node }) => isNamed(node, name));
    return own.length === members.length && own.length > 0
      ? [group]
      : own.map(({ step }) => [...group, "components", step]);
  });
  return [
    ["components", name],
    ["canvas", name],
    ...overrides.filter((path) => path.at(-1) === name),
    ...pathsThatName(root, [...steps(["components"]), ...overrides], name),
    ...groups,
  ];
}

/** The value that is there; or else the end of the last map or list on the way. */
function setRegions(text: string, root: Place, path: Path): readonly Region[] {
  const { place, rest } = descend(root, path);
  if (rest.length > 0 && childrenOf(place.node).length > 0) return [insertRegion(text, place)];
  return [valueRegion(text, place)];
}

/** Collections that lose all they have go as well, or become empty ones. */
function removeRegions(text: string, root: Place, paths: readonly Path[]): readonly Region[] {
  const gone = new Set(paths.filter((path) => placeAt(root, path) !== undefined).map((path) => JSON.stringify(path)));
  const regions: Region[] = [];
  for (const key of gone) {
    const path = JSON.parse(key) as Path;
    const place = placeAt(root, path);
    if (place === undefined) continue;
    regions.push(removalRegion(text, place));
    // A group without members goes as a whole.
    if (path.length === 4 && path[1] === "$groups") gone.add(JSON.stringify(path.slice(0, 3)));
    const parent = path.slice(0, -1);
    const siblings = childrenOf(placeAt(root, parent)?.node);
    if (parent.length === 0 || !siblings.every(({ step }) => gone.has(JSON.stringify([...parent, step])))) continue;
    const emptied = placeAt(root, parent);
    if (emptied !== undefined) regions.push(valueRegion(text, emptied));
    gone.add(JSON.stringify(parent));
  }
  return regions;
}
