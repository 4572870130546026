import type { ComponentType } from "../../extension/manifest/app";
import type { Position } from "../../extension/manifest/edit/operation";
import { laneOf } from "../components/componentInfo";
import { cardSize } from "../layout/box";
import { touches } from "../layout/frame";
import type { Controller } from "../state/controller";
import { frameOf } from "../state/selected";
import { freeSpot } from "./freeSpot";
import { sight } from "./inSight";

type Flow = Parameters<typeof sight>[0];

/**
 * Where a new component of this type goes so that nothing moves for it and it can be seen: near a point, or near the
 * middle of what is in sight, in line with cards of its lane that are in sight too.
 */
export function spotFor(controller: Controller, flow: Flow, type: ComponentType, near?: Position): Position {
  const { nodes, notes } = controller.store.get();
  const taken = [...nodes, ...notes].map(frameOf);
  if (near !== undefined) return freeSpot(near, taken);
  const seen = sight(flow);
  const middle: Position = [seen.x + (seen.width - cardSize.width) / 2, seen.y + (seen.height - cardSize.height) / 2];
  const [kin] = nodes
    .filter((node) => laneOf(node.data.component.type) === laneOf(type) && touches(frameOf(node), seen))
    .sort((left, right) => Math.abs(left.position.x - middle[0]) - Math.abs(right.position.x - middle[0]));
  if (kin === undefined) return freeSpot(middle, taken);
  const { x, y } = kin.position;
  return freeSpot([x, middle[1]], taken, [x, y]);
}
