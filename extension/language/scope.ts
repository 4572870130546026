import type { Manifest } from "../manifest/manifest";
import { nearest } from "../manifest/nearest";
import type { Path } from "../manifest/problem";
import { type ComponentTypeInfo, componentTypes, type Schema, schemaAt } from "../manifest/schema";
import type { Solid } from "../manifest/syntax/follow";

/** The component that a path lies in, in the base or in an environment's override. */
export function componentIn(path: Path): { readonly name: string; readonly depth: number } | undefined {
  const depth = path[0] === "components" ? 1 : path[0] === "environments" && path[2] === "components" ? 3 : -1;
  const name = path[depth];
  return depth > 0 && typeof name === "string" ? { name, depth } : undefined;
}

/** What the manifest knows about its components, also while one of them is being typed. */
export interface Scope {
  readonly names: readonly string[];
  typeOf(component: string): string | undefined;
  infoOf(component: string): ComponentTypeInfo | undefined;
  schemaAt(path: Path): Schema | undefined;
  /** Names of components that are used and not there. */
  readonly missing: readonly string[];
  /** What stands at a path, aliases and merges followed. */
  nodeAt(path: Path): Solid | undefined;
}

export function scopeOf(manifest: Manifest): Scope {
  const types = new Map(manifest.components.map(({ name, type }) => [name, type]));
  const typeOf = (component: string): string | undefined =>
    known(types.get(component) ?? typeInText(manifest.text, component));
  return {
    names: [...types.keys()],
    typeOf,
    infoOf: (component) => componentTypes.get(typeOf(component) ?? ""),
    schemaAt: (path) => {
      const own = path[0] === "environments" ? componentIn(path) : undefined;
      // An environment changes what the base has, and nothing else.
      if (own !== undefined && !types.has(own.name) && typeOf(own.name) === undefined) return undefined;
      return schemaAt(path, typeOf);
    },
    get missing() {
      return missingIn(manifest);
    },
    nodeAt: (path) => nodeAt(manifest, path),
  };
}

/** A type that is mistyped stands for the nearest, so that its fields are known meanwhile. */
function known(type: string | undefined): string | undefined {
  return type === undefined || componentTypes.has(type) ? type : (nearest(type, componentTypes.keys()) ?? type);
}

function missingIn({ problems }: Manifest): readonly string[] {
  const names = problems.flatMap(({ code, data }) => (code === "unknown-component" ? (data?.["name"] ?? []) : []));
  return [...new Set(names.filter((name) => typeof name === "string"))];
}

function nodeAt(manifest: Manifest, path: Path): Solid | undefined {
  let node = manifest.resolve(manifest.root);
  for (const step of path) {
    if (node?.kind === "map") {
      node = manifest.resolve(manifest.entriesOf(node).find(({ key }) => String(key.value) === step)?.value);
    } else if (node?.kind === "sequence" && typeof step === "number") node = manifest.resolve(node.items[step]);
    else return undefined;
  }
  return node;
}

/** The type as the lines say it, for a component that cannot be read at the moment. */
function typeInText(text: string, component: string): string | undefined {
  const key = new RegExp(`^([ \\t]+)["']?${component.replace(/[^\w-]/g, "\\$&")}["']?:[^\\n]*\\n`, "m").exec(text);
  if (key === null) return undefined;
  const column = key[1]?.length ?? 0;
  for (const line of text.slice(key.index + key[0].length).split("\n", 200)) {
    const indent = line.length - line.trimStart().length;
    if (line.trim() !== "" && indent <= column) return undefined;
    const type = /^\s*type:\s*["']?([a-z-]+)/.exec(line)?.[1];
    if (type !== undefined) return type;
  }
  return undefined;
}

/** Other components that one can be connected to, that a route can lead to, or that a group can hold. */
export function reachable(scope: Scope, from: string, kind: "connection" | "route" | "member"): readonly string[] {
  if (kind === "member") return scope.names;
  const connects = scope.infoOf(from)?.connects;
  return scope.names.filter((name) => {
    const type = scope.infoOf(name)?.type;
    if (type === undefined || name === from) return false;
    return kind === "route" ? type === "web" : connects === undefined || connects.includes(type);
  });
}
