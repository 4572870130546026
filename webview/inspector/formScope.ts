import type { Path } from "../../extension/manifest/problem";
import type { PictureComponent, PictureProblem } from "../../extension/protocol/messages";
import type { JsonMap } from "./values";

/** What all fields of a form have in common. */
export interface FormScope {
  /** The components that are edited; undefined: the application is. */
  readonly components?: readonly PictureComponent[] | undefined;
  /** When it is one alone. */
  readonly component?: PictureComponent | undefined;
  /** Where the fields stand in the text, in the base. */
  readonly root: Path;
  readonly fields: JsonMap;
  /** What the environment changes at them. */
  readonly override?: JsonMap | undefined;
  readonly problems: readonly PictureProblem[];
  readonly isEditable: boolean;
  /** Set: the override of this environment is edited, not the base. */
  readonly environment: string | undefined;
}
