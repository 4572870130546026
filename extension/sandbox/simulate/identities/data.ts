import type { Json } from "../../state/json";
import { arn, hex, letters, property, type Subject, uuid } from "../subject";
import { type Identify, named, prefixed } from "./identity";

const PORTS: Readonly<Record<string, string>> = { postgres: "5432", mysql: "3306", mariadb: "3306" };

function databasePort(subject: Subject): string {
  return (
    property(subject, "Port") ??
    PORTS[(property(subject, "Engine") ?? "").replace(/^aurora-/, "").replace("postgresql", "postgres")] ??
    "3306"
  );
}

function managedSecret(subject: Subject, kind: string): Json {
  const name = `rds!${kind}-${uuid(subject)}`;
  return arn(subject, "secretsmanager", `secret:${name}-${letters(subject, 6, "secret")}`);
}

const databaseInstance = named(
  "DBInstanceIdentifier",
  63,
  (subject, name) => ({
    DBInstanceArn: arn(subject, "rds", `db:${name}`),
    DbiResourceId: `db-${letters(subject, 26)}`,
    "Endpoint.Address": `${name}.c${hex(subject, 11, "cluster")}.${subject.region}.rds.amazonaws.com`,
    "Endpoint.Port": databasePort(subject),
    "Endpoint.HostedZoneId": `Z${letters(subject, 13)}`,
    "MasterUserSecret.SecretArn": managedSecret(subject, "db"),
  }),
  true,
);

const databaseCluster = named(
  "DBClusterIdentifier",
  63,
  (subject, name) => ({
    DBClusterArn: arn(subject, "rds", `cluster:${name}`),
    DBClusterResourceId: `cluster-${letters(subject, 26)}`,
    "Endpoint.Address": `${name}.cluster-c${hex(subject, 11, "cluster")}.${subject.region}.rds.amazonaws.com`,
    "Endpoint.Port": databasePort(subject),
    "ReadEndpoint.Address": `${name}.cluster-ro-c${hex(subject, 11, "cluster")}.${subject.region}.rds.amazonaws.com`,
    "MasterUserSecret.SecretArn": managedSecret(subject, "cluster"),
  }),
  true,
);

const replicationGroup = named(
  "ReplicationGroupId",
  40,
  (subject, name) => {
    const port = property(subject, "Port") ?? "6379";
    const domain = `${name}.${hex(subject, 6, "cache")}.${subject.region.replace(/-/g, "").slice(0, 4)}.cache.amazonaws.com`;
    return {
      "PrimaryEndPoint.Address": `master.${domain}`,
      "PrimaryEndPoint.Port": port,
      "ReaderEndPoint.Address": `replica.${domain}`,
      "ReaderEndPoint.Port": port,
      "ConfigurationEndPoint.Address": `clustercfg.${domain}`,
      "ConfigurationEndPoint.Port": port,
    };
  },
  true,
);

const bucket = named(
  "BucketName",
  63,
  (subject, name) => ({
    Arn: `arn:aws:s3:::${name}`,
    DomainName: `${name}.s3.amazonaws.com`,
    RegionalDomainName: `${name}.s3.${subject.region}.amazonaws.com`,
  }),
  true,
);

const accessPoint: Identify = (subject) => {
  const physicalId = `fsap-${hex(subject, 17)}`;
  return {
    physicalId,
    attributes: { AccessPointId: physicalId, Arn: arn(subject, "elasticfilesystem", `access-point/${physicalId}`) },
  };
};

const fileSystem: Identify = (subject) => {
  const physicalId = `fs-${hex(subject, 17)}`;
  return {
    physicalId,
    attributes: { FileSystemId: physicalId, Arn: arn(subject, "elasticfilesystem", `file-system/${physicalId}`) },
  };
};

/** Databases, caches, file systems and buckets. */
export const data: readonly (readonly [string, Identify])[] = [
  ["AWS::EFS::AccessPoint", accessPoint],
  ["AWS::EFS::FileSystem", fileSystem],
  ["AWS::EFS::MountTarget", prefixed("fsmt", "Id", () => ({ IpAddress: "10.0.0.10" }))],
  ["AWS::ElastiCache::ReplicationGroup", replicationGroup],
  ["AWS::ElastiCache::ParameterGroup", named("CacheParameterGroupName", 255, () => ({}), true)],
  ["AWS::ElastiCache::SubnetGroup", named("CacheSubnetGroupName", 255, () => ({}), true)],
  ["AWS::RDS::DBCluster", databaseCluster],
  ["AWS::RDS::DBInstance", databaseInstance],
  ["AWS::RDS::DBParameterGroup", named("DBParameterGroupName", 255, () => ({}), true)],
  ["AWS::RDS::DBSubnetGroup", named("DBSubnetGroupName", 255, () => ({}), true)],
  ["AWS::S3::Bucket", bucket],
];
