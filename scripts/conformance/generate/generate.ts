import { stringify } from "yaml";
import type { Json } from "../../../extension/manifest/edit/operation";
import type { Path } from "../../../extension/manifest/problem";
import { allPairs } from "./pairs";
import type { Chosen, Parameter } from "./parameter";
import { parameters } from "./parameters";

export interface Generated {
  /** `generated-001`, in the order in which they were made. */
  readonly name: string;
  readonly text: string;
  readonly environment: string;
  readonly chosen: Chosen;
}

export interface GeneratedSet {
  readonly manifests: readonly Generated[];
  readonly pairs: number;
}

/** @param least the least number of manifests; there are more when the pairs need more */
export function generate(least = 300, seed = 20261122): GeneratedSet {
  const { rows, pairs } = allPairs(parameters, least, seed);
  const turns = new Map<string, number>();
  const manifests = rows.map((chosen, index) => ({
    name: `generated-${String(index + 1).padStart(3, "0")}`,
    text: textOf(chosen, turns),
    environment: environmentOf(chosen),
    chosen,
  }));
  return { manifests, pairs };
}

/** The manifest of a row. @param turns how often each level has been used; with a new one, each takes its first value */
export function textOf(chosen: Chosen, turns = new Map<string, number>()): string {
  return stringify(manifestOf(chosen, turns), { lineWidth: 0, aliasDuplicateObjects: false });
}

type Tree = { [key: string]: Json };

function manifestOf(chosen: Chosen, turns: Map<string, number>): Json {
  const root: Tree = { components: { api: { type: "web", image: "example/api:2", port: 8080 } } };
  for (const parameter of parameters) {
    const level = chosen.get(parameter.name);
    const value = level === undefined ? undefined : nextValue(parameter, level, chosen, turns);
    if (value !== undefined) put(root, parameter.at, value);
  }
  return root;
}

/** The next of the level's values, so that each of them has its turn. */
function nextValue(parameter: Parameter, level: string, chosen: Chosen, turns: Map<string, number>): Json | undefined {
  const values = parameter.levels.find(({ name }) => name === level)?.values ?? [];
  const key = `${parameter.name} ${level}`;
  const turn = turns.get(key) ?? 0;
  turns.set(key, turn + 1);
  const value = values[turn % values.length];
  return typeof value === "function" ? value(chosen) : value;
}

function put(tree: Tree, [key = "", ...rest]: Path, value: Json): void {
  const there = tree[key];
  if (rest.length === 0) {
    // A copy, since others are put into it.
    tree[key] = isTree(value) ? { ...(isTree(there) && there), ...value } : value;
    return;
  }
  const child = isTree(there) ? there : {};
  tree[key] = child;
  put(child, rest, value);
}

const isTree = (value: Json | undefined): value is Tree =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** There is one as soon as anything is said about it. */
export function environmentOf(chosen: Chosen): string {
  const said = [...chosen].some(([name, level]) => name.startsWith("environments.") && level !== "unset");
  return said ? "production" : "default";
}
