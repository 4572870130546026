import type { Value } from "../template";

/** Where in the network things go, for everything that is put into it. */
export interface Network {
  readonly vpc: Value;
  /** For load balancers: one in each zone. */
  readonly publicSubnets: readonly Value[];
  /** For containers. */
  readonly taskSubnets: readonly Value[];
  readonly taskPublicIp: boolean;
  /** For data stores and file systems: one in each zone. */
  readonly dataSubnets: readonly Value[];
  /** For our own short tasks, whose image comes from a public registry. */
  readonly toolSubnets: readonly Value[];
  readonly toolPublicIp: boolean;
  /** What must stand before a load balancer or a task with a public address can be made. */
  readonly gateway: readonly string[];
  /** What must stand before a task can fetch its image. */
  readonly wayOut: readonly string[];
}
