import type { App } from "../../manifest/app";
import { isService } from "../edges";
import type { Context } from "./context";
import { ref } from "./intrinsic";
import { wholePlace } from "./place";
import type { Properties } from "./template";

const spareCapacity = "SpareCapacity";

/** Where all tasks run. Every stack has one: a cluster without tasks costs nothing. */
export function addCluster({ app, draft, network }: Context): void {
  draft.add(wholePlace, "Cluster", "AWS::ECS::Cluster", {
    // Measurements of every task, where somebody is woken by them; each measurement is paid for.
    ClusterSettings: [{ Name: "containerInsights", Value: app.protected ? "enabled" : "disabled" }],
  });
  draft.outputs.push({ key: "ClusterName", label: "ECS cluster", value: ref("Cluster") });
  if (!usesSpot(app)) return;
  draft.add(
    wholePlace,
    spareCapacity,
    "AWS::ECS::ClusterCapacityProviderAssociations",
    {
      Cluster: ref("Cluster"),
      CapacityProviders: ["FARGATE_SPOT"],
      DefaultCapacityProviderStrategy: [],
    },
    // The cluster brings ECS's own role into an account that had none; it can be taken on only some time later.
    { dependsOn: network.wayOut },
  );
}

const usesSpot = (app: App): boolean =>
  [...app.components.values()].some((component) => isService(component) && component.spot);

/** Where a component's tasks run: regular or spare capacity. */
export function capacityOf({ spot }: { readonly spot: boolean }): Properties {
  return spot
    ? { CapacityProviderStrategy: [{ CapacityProvider: "FARGATE_SPOT", Weight: 1 }] }
    : { LaunchType: "FARGATE" };
}

/** What must stand before a component's tasks can be started there. */
export const capacityReady = ({ spot }: { readonly spot: boolean }): readonly string[] => (spot ? [spareCapacity] : []);
