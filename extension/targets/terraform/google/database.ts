import type { Database } from "../../../manifest/app";
import { databaseName, databaseUser } from "../../databaseNames";
import { sizeRank } from "../../export/sizeRank";
import { type Block, block, code, object, resource } from "../hcl";
import { nameOf } from "../names";
import { vpcAccessOf } from "./container";
import { type GoogleContext, network } from "./context";
import { runOnce } from "./job";
import { readers, secretSource } from "./secrets";

/** From nano to xlarge, with about the memory of AWS's. Source: Cloud SQL's list of machine types. */
const tiers = [
  "db-f1-micro",
  "db-f1-micro",
  "db-g1-small",
  "db-custom-2-4096",
  "db-custom-2-8192",
  "db-custom-4-16384",
];

export const tierOf = ({ size }: Database): string => tiers[sizeRank(size)] ?? "db-f1-micro";

/** They go with their instance; by themselves they cannot, as what is in the database belongs to the user. */
const gone = "ABANDON";

/** A database: the instance with a private address, the database in it, and its user. */
export function databaseBlocks(context: GoogleContext, database: Database): readonly Block[] {
  const { app } = context;
  const name = nameOf(database.name);
  const instance = code(`google_sql_database_instance.${name}.name`);
  return [
    instanceBlock(context, database),
    resource("google_sql_database", name, { name: databaseName(app.name), instance, deletion_policy: gone }),
    resource("google_sql_user", name, {
      name: databaseUser,
      instance,
      password: context.generated.add([database.name, "password"], 32),
      deletion_policy: gone,
    }),
    ...extensionBlocks(context, database),
  ];
}

function instanceBlock(context: GoogleContext, database: Database): Block {
  const { type, version, storage, maxStorage, highAvailability, backup, onDelete, deletionProtection } = database;
  const series = type === "postgres" ? version.split(".").slice(0, 1) : version.split(".").slice(0, 2);
  // A standby cannot be without backups and their log.
  const backups = backup.retentionDays > 0 || highAvailability;
  return resource("google_sql_database_instance", nameOf(database.name), {
    name: context.named(90, database.name),
    region: context.region,
    database_version: [type.toUpperCase(), ...series].join("_"),
    deletion_protection: deletionProtection,
    depends_on: [code("google_service_networking_connection.main")],
    settings: block({
      tier: tierOf(database),
      edition: "ENTERPRISE",
      availability_type: highAvailability ? "REGIONAL" : "ZONAL",
      disk_type: "PD_SSD",
      disk_size: Math.max(storage, 10),
      disk_autoresize: maxStorage !== undefined,
      disk_autoresize_limit: maxStorage,
      deletion_protection_enabled: deletionProtection,
      retain_backups_on_delete: onDelete === "delete" ? undefined : true,
      user_labels: code("local.labels"),
      ip_configuration: block({ ipv4_enabled: false, private_network: network, ssl_mode: "ENCRYPTED_ONLY" }),
      backup_configuration: block({
        enabled: backups,
        start_time: backup.window?.slice(0, 5),
        binary_log_enabled: type === "mysql" && backups ? true : undefined,
        point_in_time_recovery_enabled: type === "postgres" && backups ? true : undefined,
        transaction_log_retention_days: backups ? Math.min(Math.max(backup.retentionDays, 1), 7) : undefined,
        ...(backups && {
          backup_retention_settings: block({ retained_backups: Math.max(backup.retentionDays, 1) }),
        }),
      }),
    }),
    lifecycle: onDelete === "retain" ? block({ prevent_destroy: true }) : undefined,
  });
}

/** A job with PostgreSQL's own client that creates what is missing, before anything uses the database. */
function extensionBlocks(context: GoogleContext, database: Database): readonly Block[] {
  if (database.extensions.length === 0) return [];
  const job = context.block(database.name, "extensions");
  const account = `google_service_account.${job}`;
  const password = context.secrets.add(
    [database.name, "password"],
    code(`google_sql_user.${nameOf(database.name)}.password`),
  );
  const commands = [...database.extensions]
    .sort()
    .map((each) => `--command=CREATE EXTENSION IF NOT EXISTS "${each}" CASCADE`);
  const env = {
    PGDATABASE: code(`google_sql_database.${nameOf(database.name)}.name`),
    PGHOST: code(`google_sql_database_instance.${nameOf(database.name)}.private_ip_address`),
    PGSSLMODE: "require",
    PGUSER: databaseUser,
  };
  return [
    resource("google_service_account", job, {
      account_id: context.named(30, database.name, "extensions"),
      display_name: `Creates the extensions of ${database.name} of ${context.app.name}`,
    }),
    ...readers(job, account, [password]),
    resource("google_cloud_run_v2_job", job, {
      name: context.named(63, database.name, "extensions"),
      location: context.region,
      deletion_protection: false,
      depends_on: [code(`google_secret_manager_secret_iam_member.${job}`)],
      template: block({
        template: block({
          service_account: code(`${account}.email`),
          max_retries: 0,
          containers: block({
            image: `postgres:${database.version.split(".")[0]}-alpine`,
            args: ["psql", "--set=ON_ERROR_STOP=1", ...commands],
            resources: block({ limits: object({ cpu: "1", memory: "512Mi" }) }),
            env: {
              blocks: [
                ...Object.entries(env).map(([key, value]) => ({ name: key, value })),
                { name: "PGPASSWORD", value_source: secretSource(`google_secret_manager_secret_version.${password}`) },
              ],
            },
          }),
          vpc_access: block(vpcAccessOf(false)),
        }),
      }),
    }),
    runOnce(context, job, `Creates the extensions of ${database.name}; one that exists is left as it is.`),
  ];
}
