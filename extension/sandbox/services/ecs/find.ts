import { type Running, runningServices } from "../../containers/running";
import { CloudError } from "../../wire/cloudError";
import type { JsonCall } from "../jsonOperation";
import { lastPart, madeResources } from "../resources";

/** The name of the cluster that a request means, which a stack has to have made. */
export function clusterOf({ input, service, region }: JsonCall): string {
  const cluster = lastPart(input.text("cluster") ?? "default");
  const isThere = madeResources(service, region, "AWS::ECS::Cluster").some(
    ({ resource }) => resource.physicalId === cluster,
  );
  if (!isThere) {
    throw new CloudError("ClusterNotFoundException", "Cluster not found.");
  }
  return cluster;
}

/** The services of the cluster that a request means. */
export function servicesOf(call: JsonCall): readonly Running[] {
  const cluster = clusterOf(call);
  return runningServices(call.service, call.region).filter((running) => running.cluster === cluster);
}

/** The service that a request means by name or ARN. */
export function serviceOf(call: JsonCall, field: "service" | "serviceName"): Running {
  const wanted = lastPart(call.input.text(field) ?? "");
  const found = servicesOf(call).find(({ name }) => name === wanted);
  if (!found) {
    throw new CloudError("ServiceNotFoundException", "Service not found.");
  }
  return found;
}

export function invalid(message: string): CloudError {
  return new CloudError("InvalidParameterException", message);
}
