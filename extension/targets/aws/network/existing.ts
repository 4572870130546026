import type { Network as NetworkModel } from "../../../manifest/app";
import type { Network } from "./network";

/** A network that exists: nothing is made, its private subnets take containers and data. */
export function existingNetwork(vpc: NonNullable<NetworkModel["vpc"]>): Network {
  return {
    vpc: vpc.id,
    publicSubnets: vpc.publicSubnets,
    taskSubnets: vpc.privateSubnets,
    taskPublicIp: false,
    dataSubnets: vpc.privateSubnets,
    toolSubnets: vpc.privateSubnets,
    toolPublicIp: false,
    gateway: [],
    wayOut: [],
  };
}
