import type { Json } from "../../../extension/manifest/edit/operation";
import type { Path } from "../../../extension/manifest/problem";

/** What a row has chosen: the level of each parameter, by name; a parameter without its ground is not in it. */
export type Chosen = ReadonlyMap<string, string>;

/** `undefined` leaves the field out. A function answers from what else the row has chosen. */
export type Choice = Json | undefined | ((chosen: Chosen) => Json | undefined);

/** A parameter's level that another one needs: `["network", "own"]`. */
export type Need = readonly [parameter: string, level: string];

/** A kind of value that the platform may treat in its own way. */
export interface Level {
  readonly name: string;
  /** Values of one kind; the manifests take them in turn. */
  readonly values: readonly Choice[];
  readonly needs?: readonly Need[];
}

/** One thing that a manifest's author decides. */
export interface Parameter {
  readonly name: string;
  /** Fields of the schema, as `schemaFields` names them, that this decides. */
  readonly covers: readonly string[];
  /** Where the value goes. A map is merged with what is there. */
  readonly at: Path;
  readonly levels: readonly Level[];
  readonly needs?: readonly Need[];
  /** For what others stand on: the share of rows, from 0 to 1, that take the first level when no pair decides. */
  readonly usually?: number;
}

/** `"unset"` is short for a level that leaves the field out. */
export function levels(kinds: Readonly<Record<string, Choice | readonly Choice[]>>): Level[] {
  return Object.entries(kinds).map(([name, values]) => ({
    name,
    values: Array.isArray(values) ? (values as readonly Choice[]) : [values as Choice],
  }));
}

/** A value that is a list itself, which `levels` would take for several values. */
export const list = (...items: readonly Json[]): readonly Choice[] => [items as Json];
