import type { PictureComponent, PictureEdge } from "../../extension/protocol/messages";
import { strings } from "../strings";
import { infoOf, labelOf } from "./componentInfo";

/** Why these two cannot be connected, in words; undefined when they can. */
export function whyNotConnect(
  from: Pick<PictureComponent, "name" | "type"> | undefined,
  to: Pick<PictureComponent, "name" | "type"> | undefined,
  edges: readonly PictureEdge[],
): string | undefined {
  if (from === undefined || to === undefined) return strings.connect.gone;
  if (from.name === to.name) return strings.connect.itself(from.name);
  const [source, target] = [infoOf(from.type), infoOf(to.type)];
  if (source === undefined) return strings.connect.unknownType(from.type);
  if (target === undefined) return strings.connect.unknownType(to.type);
  if (source.connects.length === 0) return strings.connect.noneFrom(source.label);
  if (!source.connects.includes(target.type)) {
    return strings.connect.notTo(source.label, target.label, source.connects.map(labelOf));
  }
  const exists = edges.some((edge) => edge.from === from.name && edge.to === to.name && edge.kind !== "reference");
  return exists ? strings.connect.already(from.name, to.name) : undefined;
}
