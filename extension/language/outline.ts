import type { Manifest } from "../manifest/manifest";
import type { Range } from "../manifest/problem";

export type OutlineKind = "section" | "component" | "environment" | "field";

export interface OutlineItem {
  readonly name: string;
  /** Beside the name: a component's type, a field's value. */
  readonly detail?: string;
  readonly kind: OutlineKind;
  readonly range: Range;
  /** Within `range`. */
  readonly selection: Range;
  readonly children: readonly OutlineItem[];
}

/** The manifest's sections, components and their fields, in the text's order. */
export function outline(manifest: Manifest): readonly OutlineItem[] {
  void manifest;
  return [];
}
