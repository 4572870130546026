import type { Database } from "../../manifest/app";
import { databaseName, databaseUser } from "../databaseNames";
import { attributesOf } from "./attributes";
import type { Context } from "./context";
import { engines } from "./engines";
import { addExtensions } from "./extensions";
import { attribute, ref, render } from "./intrinsic";
import { keepOf, retain } from "./keep";
import { idOf, pascal } from "./logicalId";
import { maintenanceWindow } from "./maintenanceWindow";
import { at } from "./place";
import { addComposed, addGenerated } from "./secret";
import { addSecurityGroup, noOutbound } from "./securityGroup";
import { classOf, databaseClasses } from "./sizes";
import type { Properties } from "./template";

/** RDS has no smaller gp3 disk, in GiB. */
const smallestDisk = 20;

/** So many days of measured queries cost nothing. */
const freeDays = 7;

/** A database: the instance, what it stands on, its password, and a secret with all that a client needs. */
export function addDatabase(context: Context, database: Database): void {
  const { app, draft, network } = context;
  const { name, type } = database;
  const engine = engines[type];
  const place = at(name);
  // What a kept instance is attached to cannot be deleted, so it is kept as well.
  const ground = database.onDelete === "retain" ? { keep: retain } : {};
  const id = (role: Parameters<typeof idOf>[1]) => idOf(name, role);

  addSecurityGroup(draft, network, database, { outbound: noOutbound, ...ground });
  draft.add(
    place,
    id("SubnetGroup"),
    "AWS::RDS::DBSubnetGroup",
    { DBSubnetGroupDescription: `Where ${name} of ${app.name} stands`, SubnetIds: network.dataSubnets },
    ground,
  );
  draft.add(
    at(name, "version"),
    id("ParameterGroup"),
    "AWS::RDS::DBParameterGroup",
    {
      Description: `${name} of ${app.name}: TLS only`,
      Family: engine.family(database.version),
      Parameters: engine.forceTls,
    },
    ground,
  );
  addGenerated(
    context,
    place,
    id("MasterPassword"),
    { description: `Password of ${name}`, length: 32, user: databaseUser },
    database.onDelete === "retain" ? retain : keepOf.delete,
  );

  draft.add(place, id("Instance"), "AWS::RDS::DBInstance", instance(context, database), {
    keep: keepOf[database.onDelete],
  });
  addComposed(context, place, id("Connection"), `How to reach ${name}`, attributesOf(app, database));
  addExtensions(context, database);
  draft.outputs.push({
    key: `${pascal(name)}Host`,
    label: "Private host name",
    component: name,
    value: attribute(id("Instance"), "Endpoint.Address"),
  });
}

function instance({ app }: Context, database: Database): Properties {
  const { name, type, backup } = database;
  const engine = engines[type];
  const instanceClass = classOf(database.size, databaseClasses);
  const storage = Math.max(database.storage, smallestDisk);
  const maintenance = backup.window === undefined ? undefined : maintenanceWindow(backup.window);
  return {
    Engine: type,
    EngineVersion: Object.hasOwn(engine.releases, database.version)
      ? (engine.releases[database.version] ?? database.version)
      : database.version,
    AllowMajorVersionUpgrade: true,
    AutoMinorVersionUpgrade: true,
    DBInstanceClass: instanceClass,
    DBName: databaseName(app.name),
    Port: String(engine.port),
    MasterUsername: databaseUser,
    MasterUserPassword: render(attributesOf(app, database)["password"] ?? []),
    StorageType: "gp3",
    StorageEncrypted: true,
    AllocatedStorage: String(storage),
    // RDS grows a disk by at least a tenth.
    ...(database.maxStorage !== undefined &&
      database.maxStorage >= storage * 1.1 && { MaxAllocatedStorage: database.maxStorage }),
    MultiAZ: database.highAvailability,
    PubliclyAccessible: false,
    DBSubnetGroupName: ref(idOf(name, "SubnetGroup")),
    VPCSecurityGroups: [{ "Fn::GetAtt": [idOf(name, "SecurityGroup"), "GroupId"] }],
    DBParameterGroupName: ref(idOf(name, "ParameterGroup")),
    BackupRetentionPeriod: backup.retentionDays,
    ...(backup.window !== undefined && { PreferredBackupWindow: backup.window }),
    ...(maintenance !== undefined && { PreferredMaintenanceWindow: maintenance }),
    CopyTagsToSnapshot: true,
    DeleteAutomatedBackups: !app.protected,
    DeletionProtection: database.deletionProtection,
    // Nobody gets in by it before a policy and a grant in the database say so.
    EnableIAMDatabaseAuthentication: app.protected,
    ...(engine.measures(instanceClass) && {
      EnablePerformanceInsights: true,
      PerformanceInsightsRetentionPeriod: freeDays,
    }),
    EnableCloudwatchLogsExports: engine.logs,
  };
}
