import { useCanvas } from "../state/hooks";
import { strings } from "../strings";

/** How differences are spoken of: as edits since the deployment, or as what differs from the version compared with. */
export function useWords(): ReturnType<typeof strings.edited.than> {
  return strings.edited.than(useCanvas((state) => state.picture?.edited?.against?.name));
}
