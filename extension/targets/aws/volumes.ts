import type { Service } from "../../manifest/app";
import type { Context } from "./context";
import { attribute, ref } from "./intrinsic";
import { retain } from "./keep";
import { idOf, partId } from "./logicalId";
import { at } from "./place";
import { allowStatement } from "./roles";
import { noOutbound } from "./securityGroup";
import type { Properties, Value } from "./template";

/** What a task definition and its role need for a component's volumes. */
export interface Mounts {
  readonly volumes: readonly Properties[];
  readonly mountPoints: readonly Properties[];
  readonly statements: readonly Value[];
  /** What must stand before a task can mount them. */
  readonly ready: readonly string[];
}

const nfs = 2049;

/**
 * One encrypted file system for each component, with an access point for each volume and a door in each zone. It is
 * kept when the component or the stack goes, because EFS has no last snapshot; the daily backup is kept as well.
 */
export function addVolumes(context: Context, service: Service): Mounts {
  if (service.volumes.length === 0) return { volumes: [], mountPoints: [], statements: [], ready: [] };
  const { app, draft, network } = context;
  const place = at(service.name, "volumes");
  const name = `${app.name}-${app.environment}-${service.name}-files`;
  const fileSystem = idOf(service.name, "FileSystem");

  draft.add(
    place,
    fileSystem,
    "AWS::EFS::FileSystem",
    {
      Encrypted: true,
      ThroughputMode: "elastic",
      BackupPolicy: { Status: "ENABLED" },
      LifecyclePolicies: [{ TransitionToIA: "AFTER_30_DAYS" }, { TransitionToPrimaryStorageClass: "AFTER_1_ACCESS" }],
      // Any policy at all ends anonymous access; this one also ends access without TLS.
      FileSystemPolicy: {
        Version: "2012-10-17",
        Statement: [
          {
            Effect: "Deny",
            Principal: { AWS: "*" },
            Action: "*",
            Condition: { Bool: { "aws:SecureTransport": "false" } },
          },
        ],
      },
    },
    { name, keep: retain },
  );
  const access = draft.add(
    place,
    idOf(service.name, "FilesAccess"),
    "AWS::EC2::SecurityGroup",
    {
      GroupDescription: `Files of ${service.name} of ${app.name} in ${app.environment}`,
      VpcId: network.vpc,
      SecurityGroupEgress: noOutbound,
    },
    { name },
  );
  const rule = draft.add(place, idOf(service.name, "FilesIngress"), "AWS::EC2::SecurityGroupIngress", {
    GroupId: ref(access),
    SourceSecurityGroupId: ref(idOf(service.name, "SecurityGroup")),
    IpProtocol: "tcp",
    FromPort: nfs,
    ToPort: nfs,
    Description: `${service.name} to its files`,
  });
  const targets = network.dataSubnets.map((subnet, index) =>
    draft.add(place, partId(service.name, "MountTarget", `zone${index + 1}`), "AWS::EFS::MountTarget", {
      FileSystemId: ref(fileSystem),
      SubnetId: subnet,
      SecurityGroups: [ref(access)],
    }),
  );
  const points = [...service.volumes]
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map((volume) => ({
      volume,
      point: draft.add(
        at(service.name, "volumes", volume.name),
        partId(service.name, "Volume", volume.name),
        "AWS::EFS::AccessPoint",
        {
          FileSystemId: ref(fileSystem),
          // Images run as all sorts of users, which nobody knows beforehand; only this component gets in here.
          RootDirectory: {
            Path: `/${volume.name}`,
            CreationInfo: { OwnerUid: "0", OwnerGid: "0", Permissions: "0777" },
          },
        },
      ),
    }));
  return {
    volumes: points.map(({ volume, point }) => ({
      Name: volume.name,
      EFSVolumeConfiguration: {
        FilesystemId: ref(fileSystem),
        TransitEncryption: "ENABLED",
        AuthorizationConfig: { AccessPointId: ref(point), IAM: "ENABLED" },
      },
    })),
    mountPoints: points.map(({ volume }) => ({
      SourceVolume: volume.name,
      ContainerPath: volume.path,
      ReadOnly: false,
    })),
    statements: [
      allowStatement(
        ["elasticfilesystem:ClientMount", "elasticfilesystem:ClientWrite", "elasticfilesystem:ClientRootAccess"],
        [attribute(fileSystem, "Arn")],
        { StringEquals: { "elasticfilesystem:AccessPointArn": points.map(({ point }) => attribute(point, "Arn")) } },
      ),
    ],
    ready: [rule, ...targets],
  };
}
