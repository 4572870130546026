import type { Manifest } from "../manifest/manifest";
import { type Baseline, baselineOf, edited } from "./edited";
import type { Against, Picture, PictureEdge } from "./messages";
import { draw } from "./picture";

/** Another version of a manifest, in one environment. Made once, compared with every text since. */
export interface OtherVersion {
  readonly name: string;
  readonly baseline: Baseline;
  readonly picture: Picture;
}

/** @param at When it was read, ISO 8601. */
export function otherVersion(name: string, manifest: Manifest, environment: string, at: string): OtherVersion {
  const picture = draw(manifest, { version: 0, environment, editable: false, deploy: { possible: true } });
  return { name, baseline: baselineOf(manifest, environment, at), picture };
}

/**
 * The picture with what differs from another version, in place of what differs from the last deployment. A text that
 * cannot be read keeps what was said of the last one that could. Never throws.
 */
export function compare(picture: Picture, manifest: Manifest, other: OtherVersion): Picture {
  if (!picture.readable) return picture;
  const differences = edited(other.baseline, manifest);
  const removed = new Set(differences.removed);
  const ghosts = other.picture.components
    .filter(({ name }) => removed.has(name))
    .map(({ name, type, summary, position }) => ({ name, type, summary, ...(position && { position }) }));
  const against = { name: other.name, ghosts, edges: edgesBetween(other.picture.edges, picture.edges) };
  return { ...picture, edited: { ...differences, against } };
}

function edgesBetween(before: readonly PictureEdge[], after: readonly PictureEdge[]): Against["edges"] {
  const [was, is] = [byEnds(before), byEnds(after)];
  const differs = (left: PictureEdge, right: PictureEdge | undefined) =>
    right !== undefined && labelsOf(left) !== labelsOf(right);
  return {
    added: [...is].flatMap(([id, edge]) => (was.has(id) ? [] : [edge])),
    changed: [...is].flatMap(([id, edge]) => (differs(edge, was.get(id)) ? [edge] : [])),
    removed: [...was].flatMap(([id, edge]) => (is.has(id) ? [] : [edge])),
  };
}

/** A picture has one line of each kind between two components. */
function byEnds(edges: readonly PictureEdge[]): ReadonlyMap<string, PictureEdge> {
  return new Map(edges.map((edge) => [JSON.stringify([edge.kind, edge.from, edge.to]), edge]));
}

/** Several routes are one line with all their labels, whose order means nothing here. */
function labelsOf({ label = "" }: PictureEdge): string {
  return label.split(", ").sort().join(", ");
}
