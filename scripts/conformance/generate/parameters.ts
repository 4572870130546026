import { around, ground } from "./around";
import type { Parameter } from "./parameter";
import { presence } from "./present";
import { running } from "./running";
import { serviceParameters } from "./service";
import { stores } from "./stores";

/** Everything that an author of a manifest decides; what others stand on comes first. */
export const parameters: readonly Parameter[] = [
  ...presence,
  ...ground,
  ...around,
  ...serviceParameters("web"),
  ...serviceParameters("worker"),
  ...serviceParameters("cron"),
  ...running,
  ...stores,
];

/** Fields that no generated manifest has, each with the reason. */
export const notGenerated: ReadonlyMap<string, string> = new Map([
  ["components.*", "Its fields are listed below each type."],
  ["aws.resources", "Names a file beside the manifest, and these manifests are texts alone."],
]);
