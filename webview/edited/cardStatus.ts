import { type ComponentStatus, componentStatus } from "../deployment/componentStatus";
import type { State } from "../state/state";
import { editedStatus } from "./editedStatus";

const over: ReadonlySet<string> = new Set(["succeeded", "unchanged", "failed"]);

/** What a card says below its summary: how its deployment goes, else what was edited since the last one. */
export function cardStatus(
  { deployment, picture }: Pick<State, "deployment" | "picture">,
  name: string,
): ComponentStatus | undefined {
  // Who compares looks for differences, whatever a deployment does meanwhile.
  if (picture?.edited?.against !== undefined) return editedStatus(picture.edited, name);
  const status = componentStatus(deployment, name);
  if (deployment !== null && (!over.has(deployment.phase) || status?.tone === "bad")) return status;
  return editedStatus(picture?.edited, name) ?? status;
}

/** What all cards of a picture say there, by name. */
export function statusesOf(state: Pick<State, "deployment" | "picture">): ReadonlyMap<string, ComponentStatus> {
  const { deployment, picture } = state;
  if (picture === undefined || (deployment === null && picture.edited === undefined)) return new Map();
  return new Map(
    picture.components.flatMap(({ name }) => {
      const status = cardStatus(state, name);
      return status === undefined ? [] : [[name, status] as const];
    }),
  );
}
