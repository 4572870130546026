import type { Operation } from "../../extension/manifest/edit/operation";
import type { PictureGroup } from "../../extension/protocol/messages";
import { frameOf } from "../state/selected";
import type { CardNode, Carried } from "../state/state";
import { groupAt, groupFrames } from "./frames";

/**
 * What becomes of groups when cards are dropped: into the one whose frame holds a card's middle, out of its own when it
 * does not. Cards that are carried with all others of their group stay together.
 */
export function membership(
  groups: readonly PictureGroup[],
  nodes: readonly CardNode[],
  carried: Carried,
): readonly Operation[] {
  const dropped = new Map<string | undefined, Set<string>>();
  for (const { name, own, into } of dropsOf(groups, nodes, carried)) {
    if (into !== own) dropped.set(into, (dropped.get(into) ?? new Set()).add(name));
  }
  return combine(groups, dropped);
}

/** The group that what is carried would become part of. */
export function receivingGroup(
  groups: readonly PictureGroup[],
  nodes: readonly CardNode[],
  carried: Carried,
): string | undefined {
  return dropsOf(groups, nodes, carried).find(({ into }) => into !== undefined)?.into;
}

function dropsOf(groups: readonly PictureGroup[], nodes: readonly CardNode[], carried: Carried) {
  const frames = groupFrames(groups, nodes, carried);
  return nodes.flatMap((node) => {
    if (!carried.from.has(node.id)) return [];
    const own = groups.find(({ components }) => components.includes(node.id));
    if (own?.components.every((name) => carried.from.has(name)) === true) return [];
    return [{ name: node.id, own: own?.id, into: groupAt(frames, frameOf(node)) }];
  });
}

/** Each group is written once, however many cards came and went. None is left empty: its last card takes it along. */
function combine(
  groups: readonly PictureGroup[],
  dropped: ReadonlyMap<string | undefined, ReadonlySet<string>>,
): readonly Operation[] {
  const gone = new Set([...dropped.values()].flatMap((names) => [...names]));
  return groups.flatMap((group): readonly Operation[] => {
    const stay = group.components.filter((name) => !gone.has(name));
    const components = [...stay, ...(dropped.get(group.id) ?? [])];
    const isSame = components.length === group.components.length && stay.length === components.length;
    return isSame ? [] : [{ kind: "setValue", path: ["canvas", "$groups", group.id, "components"], value: components }];
  });
}
