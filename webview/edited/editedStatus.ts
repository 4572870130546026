import type { PictureEdited } from "../../extension/protocol/messages";
import type { ComponentStatus } from "../deployment/componentStatus";
import { strings } from "../strings";

/** How many changes there are: fields, components that came and components that went. */
export function countEdited({ components, removed, other }: PictureEdited): number {
  const inComponents = Object.values(components).map(({ kind, fields }) => (kind === "added" ? 1 : fields.length));
  return inComponents.reduce((sum, number) => sum + number, removed.length + other.length);
}

/** What a card says of edits since the deployment, or of differences from another version; undefined where there are none. */
export function editedStatus(edited: PictureEdited | undefined, name: string): ComponentStatus | undefined {
  const own = edited !== undefined && Object.hasOwn(edited.components, name) ? edited.components[name] : undefined;
  if (own === undefined) return undefined;
  const words = strings.edited.than(edited?.against?.name);
  return own.kind === "added"
    ? { icon: "diff-added", tone: "add", text: words.added }
    : { icon: "diff-modified", tone: "modify", text: words.card(own.fields.length) };
}
