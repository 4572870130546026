import { type Block, type Body, block, blocks, resource } from "../../hcl";
import { bodyOf } from "../bodyOf";
import { elsewhere, type Fields, isObject, type Kinds, type Source, type Turn } from "../source";
import { tags } from "../tags";
import { policyAs } from "./access";

const number =
  (attribute: string): Turn =>
  (value, source) => ({ [attribute]: typeof value === "string" ? Number(value) : source.read(value) });

/** A map of parameters as a block for each. */
const parameters: Turn = (value, source) => ({
  parameter: blocks(
    Object.entries(isObject(value) ? value : {}).map(([name, each]): Body => ({ name, value: source.read(each) })),
  ),
});

/** Another family is another group, which has to be there before the old one goes. */
const grouped =
  (longest: number, family: string) =>
  (source: Source): Body => {
    const value = source.properties[family];
    return {
      name: source.named(longest, typeof value === "string" ? value.replaceAll(".", "-") : "group"),
      lifecycle: block({ create_before_destroy: true }),
    };
  };

const guarded = (source: Source): Body => (source.kept ? { lifecycle: block({ prevent_destroy: true }) } : {});

/** Databases, caches and files. */
export const storeKinds: Kinds = {
  "AWS::RDS::DBInstance": {
    topic: "databases.tf",
    type: "aws_db_instance",
    ref: "identifier",
    attributes: { "Endpoint.Address": "address" },
    fields: {
      AllocatedStorage: number("allocated_storage"),
      AllowMajorVersionUpgrade: "allow_major_version_upgrade",
      AutoMinorVersionUpgrade: "auto_minor_version_upgrade",
      BackupRetentionPeriod: "backup_retention_period",
      CopyTagsToSnapshot: "copy_tags_to_snapshot",
      DBInstanceClass: "instance_class",
      DBName: "db_name",
      DBParameterGroupName: "parameter_group_name",
      DBSubnetGroupName: "db_subnet_group_name",
      DeleteAutomatedBackups: "delete_automated_backups",
      DeletionProtection: "deletion_protection",
      EnableCloudwatchLogsExports: "enabled_cloudwatch_logs_exports",
      EnableIAMDatabaseAuthentication: "iam_database_authentication_enabled",
      EnablePerformanceInsights: "performance_insights_enabled",
      Engine: "engine",
      EngineVersion: "engine_version",
      MasterUserPassword: "password",
      MasterUsername: "username",
      MaxAllocatedStorage: "max_allocated_storage",
      MultiAZ: "multi_az",
      PerformanceInsightsRetentionPeriod: "performance_insights_retention_period",
      Port: number("port"),
      PreferredBackupWindow: "backup_window",
      PreferredMaintenanceWindow: "maintenance_window",
      PubliclyAccessible: "publicly_accessible",
      StorageEncrypted: "storage_encrypted",
      StorageType: "storage_type",
      Tags: tags,
      VPCSecurityGroups: "vpc_security_group_ids",
    },
    also: (source) => ({
      identifier: source.named(63),
      apply_immediately: true,
      ...(source.resource.DeletionPolicy === "Delete"
        ? { skip_final_snapshot: true }
        : { final_snapshot_identifier: source.named(200, "final") }),
      ...guarded(source),
    }),
  },
  "AWS::RDS::DBParameterGroup": {
    topic: "databases.tf",
    type: "aws_db_parameter_group",
    ref: "name",
    fields: { Description: "description", Family: "family", Parameters: parameters, Tags: tags },
    also: grouped(255, "Family"),
  },
  "AWS::RDS::DBSubnetGroup": {
    topic: "databases.tf",
    type: "aws_db_subnet_group",
    ref: "name",
    fields: { DBSubnetGroupDescription: "description", SubnetIds: "subnet_ids", Tags: tags },
    also: (source) => ({ name: source.named(255) }),
  },
  "AWS::ElastiCache::ReplicationGroup": {
    topic: "caches.tf",
    type: "aws_elasticache_replication_group",
    ref: "id",
    attributes: { "PrimaryEndPoint.Address": "primary_endpoint_address" },
    fields: {
      AtRestEncryptionEnabled: "at_rest_encryption_enabled",
      AuthToken: "auth_token",
      AutoMinorVersionUpgrade: "auto_minor_version_upgrade",
      AutomaticFailoverEnabled: "automatic_failover_enabled",
      CacheNodeType: "node_type",
      CacheParameterGroupName: "parameter_group_name",
      CacheSubnetGroupName: "subnet_group_name",
      Engine: "engine",
      EngineVersion: "engine_version",
      MultiAZEnabled: "multi_az_enabled",
      NumCacheClusters: "num_cache_clusters",
      Port: "port",
      ReplicationGroupDescription: "description",
      SecurityGroupIds: "security_group_ids",
      SnapshotRetentionLimit: "snapshot_retention_limit",
      Tags: tags,
      TransitEncryptionEnabled: "transit_encryption_enabled",
    },
    also: (source) => ({
      replication_group_id: source.named(40),
      apply_immediately: true,
      ...(source.resource.DeletionPolicy === "Snapshot" && { final_snapshot_identifier: source.named(200, "final") }),
    }),
  },
  "AWS::ElastiCache::ParameterGroup": {
    topic: "caches.tf",
    type: "aws_elasticache_parameter_group",
    ref: "name",
    fields: { CacheParameterGroupFamily: "family", Description: "description", Properties: parameters, Tags: tags },
    also: grouped(255, "CacheParameterGroupFamily"),
  },
  "AWS::ElastiCache::SubnetGroup": {
    topic: "caches.tf",
    type: "aws_elasticache_subnet_group",
    ref: "name",
    fields: { Description: "description", SubnetIds: "subnet_ids", Tags: tags },
    also: (source) => ({ name: source.named(255) }),
  },
  "AWS::EFS::FileSystem": {
    topic: "files.tf",
    type: "aws_efs_file_system",
    ref: "id",
    attributes: { Arn: "arn" },
    fields: {
      BackupPolicy: elsewhere,
      Encrypted: "encrypted",
      FileSystemPolicy: elsewhere,
      FileSystemTags: tags,
      LifecyclePolicies: {
        block: "lifecycle_policy",
        fields: {
          TransitionToIA: "transition_to_ia",
          TransitionToPrimaryStorageClass: "transition_to_primary_storage_class",
        },
      },
      ThroughputMode: "throughput_mode",
    },
    also: guarded,
    beside: filePolicies,
  },
  "AWS::EFS::AccessPoint": {
    topic: "files.tf",
    type: "aws_efs_access_point",
    ref: "id",
    attributes: { Arn: "arn" },
    fields: {
      AccessPointTags: tags,
      FileSystemId: "file_system_id",
      RootDirectory: {
        block: "root_directory",
        fields: {
          CreationInfo: {
            block: "creation_info",
            fields: { OwnerGid: number("owner_gid"), OwnerUid: number("owner_uid"), Permissions: "permissions" },
          },
          Path: "path",
        },
      },
    },
  },
  "AWS::EFS::MountTarget": {
    topic: "files.tf",
    type: "aws_efs_mount_target",
    fields: { FileSystemId: "file_system_id", SecurityGroups: "security_groups", SubnetId: "subnet_id" },
  },
};

function filePolicies(source: Source): readonly Block[] {
  const file_system_id = source.own("aws_efs_file_system", "id");
  const { BackupPolicy, FileSystemPolicy } = source.properties;
  const backup: Fields = { Status: "status" };
  return [
    ...(BackupPolicy !== undefined && isObject(BackupPolicy)
      ? [
          resource("aws_efs_backup_policy", source.name, {
            file_system_id,
            backup_policy: block(bodyOf(backup, BackupPolicy, source, "BackupPolicy.")),
          }),
        ]
      : []),
    ...(FileSystemPolicy !== undefined
      ? [
          resource("aws_efs_file_system_policy", source.name, {
            file_system_id,
            ...policyAs("policy")(FileSystemPolicy, source),
          }),
        ]
      : []),
  ];
}
