import type { Path, Range } from "../problem";

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/**
 * What a person does on the canvas or in the inspector. `manifest/edit` turns each into the smallest text edits.
 * `environment` means: write the override of that environment, not the base.
 */
export type Operation =
  /** `fields` are what stands below the name, `type` included and first. */
  | {
      readonly kind: "addComponent";
      readonly name: string;
      readonly fields: { readonly [key: string]: Json };
      readonly position?: Position;
    }
  /** Takes everything that names it along: connections, routes, overrides, its position. References in strings stay, as problems. */
  | { readonly kind: "removeComponent"; readonly name: string }
  /** Renames the key and every mention: connections, routes, references, overrides, position. */
  | { readonly kind: "renameComponent"; readonly name: string; readonly to: string }
  /** `path` is relative to the component. Missing parents are made; `value: null` is never written, use `removeField`. */
  | {
      readonly kind: "setField";
      readonly component: string;
      readonly path: Path;
      readonly value: Json;
      readonly environment?: string;
    }
  /** Also removes the parents that it leaves empty, up to the component (in an environment: up to `environments`). */
  | { readonly kind: "removeField"; readonly component: string; readonly path: Path; readonly environment?: string }
  /** Any other value, from the root: `["region"]`, `["environments", "staging", "protected"]`. */
  | { readonly kind: "setValue"; readonly path: Path; readonly value: Json }
  | { readonly kind: "removeValue"; readonly path: Path }
  /** Another name for an entry that is written at `path`, from the root. Nothing that mentions it follows. */
  | { readonly kind: "renameKey"; readonly path: Path; readonly to: string }
  /** A connection; from a load balancer, a route. */
  | { readonly kind: "connect"; readonly from: string; readonly to: string }
  | { readonly kind: "disconnect"; readonly from: string; readonly to: string }
  /** Moves one or both ends of a connection or of routes. `as`, path, host and port stay. */
  | {
      readonly kind: "reconnect";
      readonly from: string;
      readonly to: string;
      readonly newFrom: string;
      readonly newTo: string;
    }
  /**
   * Components as they stand in `text`: a map of components, or a whole manifest with their overrides. Comments, quoting
   * and order are kept; a name that is taken becomes a free one, and what the pasted say of each other follows.
   */
  | { readonly kind: "pasteComponents"; readonly text: string; readonly at?: Position }
  /** Several at once, so that a drag of many is one step. `null` forgets a position: it is laid out automatically. */
  | { readonly kind: "moveComponents"; readonly positions: { readonly [name: string]: Position | null } };

/** `[x, y]` in pixels; written as whole numbers. */
export type Position = readonly [number, number];

/** Replace `range` by `text`. Edits of one answer do not overlap and are sorted by `range.start`. */
export interface TextEdit {
  readonly range: Range;
  readonly text: string;
}

/**
 * A refusal says why in words that can be shown; it never half-applies. A notice says what else follows from an edit
 * that was asked for: variables with other names, another component that shares the value.
 */
export type EditResult =
  | {
      readonly ok: true;
      readonly edits: readonly TextEdit[];
      readonly notice?: string;
      /** Names of the components that were made. */
      readonly components?: readonly string[];
    }
  | { readonly ok: false; readonly reason: string };
