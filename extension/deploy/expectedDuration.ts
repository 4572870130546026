import { referencesIn } from "../targets/aws/extra/referencesIn";
import { kindOf } from "./resourceKinds";
import type { StackTemplate } from "./template";
import type { ExpectedDuration, PlannedChange } from "./types";

/** Seconds that AWS usually takes, and takes at the longest without anything being wrong. */
/** Seconds that AWS usually takes, and takes at the longest without anything being wrong. */
type Times = readonly [usual: number, longest: number];

interface Known {
  readonly make: Times;
  readonly change?: Times;
  readonly remove?: Times;
}

/** As met in the field, rounded; everything else takes moments. */
const known: Readonly<Record<string, Known>> = {
  "AWS::CertificateManager::Certificate": { make: [180, 1800] },
  "AWS::EC2::NatGateway": { make: [120, 240], remove: [60, 180] },
  "AWS::EC2::SecurityGroup": { make: [10, 30], remove: [10, 900] },
  "AWS::EC2::VPCEndpoint": { make: [60, 180], remove: [60, 240] },
  "AWS::ECS::Service": { make: [150, 900], change: [240, 1200], remove: [90, 600] },
  "AWS::EFS::FileSystem": { make: [20, 60] },
  "AWS::EFS::MountTarget": { make: [90, 180], remove: [60, 180] },
  "AWS::ElastiCache::ReplicationGroup": { make: [600, 1500], change: [600, 2400], remove: [300, 900] },
  "AWS::ElastiCache::ServerlessCache": { make: [120, 600], change: [120, 600], remove: [120, 600] },
  "AWS::ElasticLoadBalancingV2::LoadBalancer": { make: [150, 300], change: [30, 60], remove: [30, 120] },
  "AWS::IAM::Role": { make: [20, 40] },
  "AWS::Lambda::Function": { make: [20, 60], remove: [10, 1200] },
  "AWS::RDS::DBCluster": { make: [300, 900], change: [120, 900], remove: [300, 900] },
  "AWS::RDS::DBInstance": { make: [480, 1500], change: [480, 2700], remove: [300, 1200] },
  "Custom::RunTask": { make: [60, 900], change: [60, 900] },
};
const moments: Known = { make: [5, 20] };

/**
 * How long carrying out a plan takes on AWS: what is made or changed, along the longest chain of resources that wait for
 * each other, and then what is removed, side by side. An estimate; undefined when no resource changes.
 */
export function expectedDuration(
  changes: readonly PlannedChange[],
  after: StackTemplate,
): ExpectedDuration | undefined {
  if (changes.length === 0) return undefined;
  const made = changes.filter(({ action }) => action !== "remove");
  const chains = new Chains(made, after);
  const making = slowestOf(made.map(({ logicalId }) => chains.to(logicalId)));
  // What was replaced is removed at the end, beside what is removed.
  const gone = changes.filter(({ action }) => action === "remove" || action === "replace");
  const removing = slowestOf(gone.map(({ resourceType }) => stepOf(resourceType, removalOf(resourceType))));
  const { because } = slowestOf([making, removing]);
  return { usual: making.usual + removing.usual, longest: making.longest + removing.longest, because };
}

/** Resources that wait for each other; `because` is the one of them that takes longest itself, and `most` how long. */
interface Chain extends ExpectedDuration {
  readonly most: number;
}

const nothing: Chain = { usual: 0, longest: 0, because: "", most: 0 };

const slowestOf = (chains: readonly Chain[]): Chain =>
  chains.reduce((slowest, chain) => (chain.usual > slowest.usual ? chain : slowest), nothing);

const stepOf = (resourceType: string, [usual, longest]: Times): Chain => ({
  usual,
  longest,
  because: kindOf(resourceType).label,
  most: usual,
});

class Chains {
  readonly #changes: ReadonlyMap<string, PlannedChange>;
  readonly #waits = new Map<string, string[]>();
  readonly #known = new Map<string, Chain>();

  constructor(changes: readonly PlannedChange[], after: StackTemplate) {
    this.#changes = new Map(changes.map((change) => [change.logicalId, change]));
    for (const { from, to } of referencesIn({ Resources: after.Resources })) {
      const id = from.slice("Resources.".length);
      this.#waits.set(id, [...(this.#waits.get(id) ?? []), to]);
    }
  }

  /** The chain that ends with this resource. */
  to(logicalId: string): Chain {
    const found = this.#known.get(logicalId);
    if (found) return found;
    // Also what ends a circle, should somebody's template have one.
    this.#known.set(logicalId, nothing);
    const before = slowestOf((this.#waits.get(logicalId) ?? []).map((id) => this.to(id)));
    const change = this.#changes.get(logicalId);
    const own = change ? stepOf(change.resourceType, timeOf(change)) : nothing;
    const { because, most } = own.most > before.most ? own : before;
    const chain = { usual: before.usual + own.usual, longest: before.longest + own.longest, because, most };
    this.#known.set(logicalId, chain);
    return chain;
  }
}

const removalOf = (resourceType: string): Times => known[resourceType]?.remove ?? [10, 60];

function timeOf({ action, resourceType }: PlannedChange): Times {
  const times = known[resourceType] ?? moments;
  return action === "modify" ? (times.change ?? times.make) : times.make;
}
