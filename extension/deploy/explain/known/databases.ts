import { t } from "../../../manifest/l10n";
import type { KnownFailure } from "../known";

/** Databases and caches. */
export const databases: readonly KnownFailure[] = [
  {
    id: "version-path",
    code: "version-unavailable",
    matches: /Cannot (upgrade|downgrade) \S+ from|Downgrading .* not (supported|allowed)|upgrade target/i,
    because: t`there is no way from the version it has to this one`,
    fix: t`Set \`version\` to one that the present version can be upgraded to, and go on from there; no database goes back to an earlier one.`,
    field: "version",
  },
  {
    id: "size-not-for-version",
    code: "capacity-unavailable",
    matches:
      /does not support creating a DB instance with the following combination|does not support .* class|OrderableDBInstance/i,
    because: t`this version does not run on a machine of this size`,
    fix: t`Choose another \`size\`, or another \`version\`.`,
    field: "size",
  },
  {
    id: "version-unavailable",
    code: "version-unavailable",
    matches:
      /Cannot find version|no such version|engine ?version[\s\S]*(not|invalid)|InvalidParameterCombination.*version/i,
    because: t`this version is not offered`,
    fix: t`Set \`version\` to one that the region offers.`,
    field: "version",
  },
  {
    id: "size-unavailable",
    code: "capacity-unavailable",
    matches:
      /Insufficient(DBInstance|CacheCluster)Capacity|insufficient capacity|not supported in (your requested )?Availability Zone|Cannot create a database instance because/i,
    because: t`this size is not to be had in the region's zones now`,
    fix: t`Choose another \`size\`, or try again later.`,
    field: "size",
  },
  {
    id: "storage-too-small",
    code: "invalid-property",
    matches:
      /Invalid storage size|Requested size must be greater|storage size .* (less|smaller)|Allocated storage.*less/i,
    because: t`its storage is smaller than it may be, and storage never shrinks`,
    fix: t`Set \`storage\` to at least what the database has now, and to no less than 20Gi.`,
    field: "storage",
  },
  {
    id: "storage-resting",
    code: "stack-busy",
    matches: /storage.*(optimiz|optimis)|previous storage change/i,
    because: t`AWS still works on the last change of its storage, and allows the next after six hours at the earliest`,
    fix: t`Deploy again when the database is no longer called storage-optimization in the RDS console.`,
    field: "storage",
  },
  {
    id: "zones-too-few",
    code: "invalid-property",
    matches:
      /Availability Zone \(AZ\) coverage requirement|at least (two|2) (different )?(AZ|availability zone|subnet)/i,
    because: t`it needs two zones, and the network has fewer`,
    fix: t`Set \`network.azs\` to 2 or more; of a network of your own, name subnets in two zones.`,
    setting: "network.azs",
  },
  {
    id: "reserved-name",
    code: "invalid-property",
    matches: /is a reserved word/i,
    because: t`one of its names is reserved by the database itself`,
    fix: t`Choose another name in \`aws.overrides\`, where it was set.`,
  },
  {
    id: "failover-alone",
    code: "invalid-property",
    matches:
      /automatic failover[\s\S]*at least 2|Automatic failover (is not supported|requires)|Multi-AZ[\s\S]*automatic failover/i,
    because: t`failing over needs a second node`,
    fix: t`Set \`replicas\` to 1 or more, or turn \`highAvailability\` off.`,
    field: "replicas",
  },
  {
    id: "parameter-family",
    code: "version-unavailable",
    matches: /Expected a parameter group of family|parameter group .* (family|cannot be used)|DBParameterGroupFamily/i,
    because: t`its settings are those of another version`,
    fix: t`Set \`version\` back, deploy, and then change the version alone.`,
    field: "version",
  },
  {
    id: "instance-busy",
    code: "stack-busy",
    matches:
      /is not in (the )?(available|active) state|not currently in the available state|InvalidDBInstanceState|InvalidReplicationGroupState|InvalidCacheClusterState/i,
    because: t`it is being changed by something else, such as a backup or maintenance`,
    fix: t`Wait until the AWS console calls it available, then deploy again.`,
  },
  {
    id: "snapshot-taken",
    code: "already-exists",
    matches: /SnapshotAlreadyExists|Cannot create the snapshot because/i,
    because: t`a snapshot of the same name already exists`,
    fix: t`Delete or rename that snapshot in the AWS console, then do this again.`,
  },
  {
    id: "snapshot-quota",
    code: "quota-exceeded",
    matches: /SnapshotQuotaExceeded|more than \d+ manual snapshots/i,
    because: t`the account has as many snapshots as its quota allows`,
    fix: t`Delete snapshots that are no longer needed, or ask for more under Service Quotas.`,
  },
  {
    id: "deletion-protected",
    code: "deletion-protected",
    matches: /Cannot delete protected|DeletionProtection|deletion protection/i,
    because: t`it is protected against deletion`,
    fix: t`Set \`deletionProtection: false\` for it and deploy, then do this again.`,
    field: "deletionProtection",
  },
];
