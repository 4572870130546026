import type { App } from "./app";
import { type Checked, checkManifest } from "./check/checkManifest";
import { childOf, componentsOf } from "./components";
import type { Json } from "./edit/operation";
import { buildApp } from "./model/buildApp";
import { type Path, type Problem, type Range, unreadable } from "./problem";
import { suppress } from "./suppress";
import { findNode, pathAtOffset } from "./syntax/find";
import { type Follow, followPlaced, mergedEntries, type Solid } from "./syntax/follow";
import { nodeToJson } from "./syntax/json";
import type { Entry, MapNode, Node, ScalarNode } from "./syntax/node";
import { parseTree } from "./syntax/tree";

/** One version of the text, read: its tree, its problems and its model. Immutable, and never a throw. */
export interface Manifest {
  readonly text: string;
  readonly root: Node | undefined;
  /** A picture can be drawn: no syntax error, a map with a map of components. */
  readonly readable: boolean;
  /** In the text's order. */
  readonly components: readonly ComponentEntry[];
  /** `["default"]` when the manifest names none. */
  readonly environments: readonly string[];
  /** Sorted by where they start: syntax, shape, meaning. */
  readonly problems: readonly Problem[];
  /** The model for an environment (the only one, or `default`, when absent). Undefined while there is an error. */
  appFor(environment?: string): App | undefined;
  /** The entry or item at a path, aliases not followed. */
  find(path: Path): { readonly entry?: Entry; readonly node?: Node } | undefined;
  /** Follows aliases; undefined for one that leads nowhere, in a circle, or to too much. */
  resolve(node: Node | undefined): Solid | undefined;
  /** Entries with `<<` merged in, the map's own first; duplicates left out. */
  entriesOf(map: MapNode): readonly Entry[];
  /** The innermost path whose entry or item contains the offset. */
  pathAt(offset: number): Path;
}

export interface ComponentEntry {
  readonly name: string;
  readonly type: string | undefined;
  readonly key: ScalarNode;
  readonly value: MapNode | undefined;
  readonly range: Range;
}

/** Reads a manifest. `previous` makes it incremental: what did not change is not parsed or checked again. */
export function openManifest(text: string, previous?: Manifest): Manifest {
  return new OpenManifest(text, previous instanceof OpenManifest ? previous : undefined);
}

/** A placed node as plain JSON, aliases and merges resolved. Maps have no prototype, so that any key is safe. */
export function toJson(manifest: Manifest, node: Node | undefined): Json | undefined {
  return node === undefined ? undefined : nodeToJson(node, (alias) => manifest.resolve(alias));
}

class OpenManifest implements Manifest {
  readonly root: Node | undefined;
  readonly readable: boolean;
  readonly components: readonly ComponentEntry[];
  readonly environments: readonly string[];
  readonly problems: readonly Problem[];
  readonly #checked: Checked;
  readonly #follow: Follow;
  /** Built when they are first asked for. */
  readonly #apps = new Map<string, App>();

  constructor(
    readonly text: string,
    previous: OpenManifest | undefined,
  ) {
    const before = previous === undefined ? undefined : previous.#checked;
    const tree = parseTree(text, before?.tree);
    this.#checked = checkManifest(tree, before);
    this.#follow = followPlaced(tree);
    this.root = tree.root;
    this.components = componentsOf(tree.root, this.#follow, this.#checked.components);
    this.environments = environmentsOf(tree.root, this.#follow);
    const problems = [...tree.problems, ...this.#checked.problems].sort((a, b) => a.range.start - b.range.start);
    this.problems = suppress(text, tree.root, problems);
    this.readable =
      childOf(this.#follow(tree.root), "components", this.#follow)?.kind === "map" &&
      !tree.problems.some(({ code }) => unreadable.has(code));
  }

  appFor(environment?: string): App | undefined {
    const only = this.environments.length === 1 ? this.environments[0] : "default";
    const name = environment ?? only ?? "default";
    if (this.root === undefined || !this.environments.includes(name) || this.#hasErrors()) return undefined;
    const known = this.#apps.get(name);
    if (known !== undefined) return known;
    const app = buildApp(nodeToJson(this.root, this.#follow), name);
    this.#apps.set(name, app);
    return app;
  }

  #hasErrors(): boolean {
    return this.problems.some(({ severity }) => severity === "error");
  }

  find(path: Path): { readonly entry?: Entry; readonly node?: Node } | undefined {
    return findNode(this.root, path);
  }

  resolve(node: Node | undefined): Solid | undefined {
    return this.#follow(node);
  }

  entriesOf(map: MapNode): readonly Entry[] {
    return mergedEntries(map, this.#follow);
  }

  pathAt(offset: number): Path {
    return pathAtOffset(this.root, offset);
  }
}

function environmentsOf(root: Node | undefined, follow: Follow): readonly string[] {
  const map = childOf(follow(root), "environments", follow);
  const names = map?.kind === "map" ? mergedEntries(map, follow).map(({ key }) => String(key.value)) : [];
  return names.length > 0 ? names : ["default"];
}
