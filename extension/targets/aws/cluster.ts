import type { Context } from "./context";
import { ref } from "./intrinsic";
import { wholePlace } from "./place";

/** Where all tasks run. Every stack has one: a cluster without tasks costs nothing. */
export function addCluster({ draft }: Context): void {
  draft.add(wholePlace, "Cluster", "AWS::ECS::Cluster", {});
  draft.outputs.push({ key: "ClusterName", label: "ECS cluster", value: ref("Cluster") });
}
