import { strings } from "../strings";
import type { State } from "./state";

/** `place` covers what a lock is about: moving things, taking them away, and taking connections apart. */
export type Change = "add" | "place";

/** Why the canvas cannot be changed so now, in words; undefined when it can. */
export function whyNotChange(state: State, change: Change): string | undefined {
  const { picture } = state;
  if (picture === undefined) return strings.refused.loading;
  if (!picture.readable) return strings.refused.unreadable;
  if (!picture.editable) return strings.refused.readOnly;
  return change === "place" && picture.locked ? strings.refused.locked : undefined;
}
