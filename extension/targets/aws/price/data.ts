import { t } from "../../../manifest/l10n";
import { hoursInMonth } from "../../estimate";
import { always, counted, type Line, type Priced, type UsageLine } from "./line";
import { type Data, isOn, listAt, numberAt, type Read, textAt } from "./reading";

/** The price list's name for each engine of RDS. */
const engines: Readonly<Record<string, { readonly key: string; readonly label: string }>> = {
  postgres: { key: "pg", label: "PostgreSQL" },
  mysql: { key: "mysql", label: "MySQL" },
};

/** An instance of RDS: its machine, its disk, and what is paid beyond both. */
export function priceDatabase({ properties }: Read): Priced {
  const name = textAt(properties, "Engine") ?? "";
  const engine = engines[name] ?? { key: name, label: name };
  const type = textAt(properties, "DBInstanceClass");
  const twice = isOn(properties, "MultiAZ");
  const zone = twice ? "_multiaz" : "";
  const where = twice ? t`, in two zones` : "";
  return {
    lines: [
      {
        kind: `database ${name} ${type} ${zone}`,
        text: ({ idle }) => `${idle > 1 ? `${idle} × ` : ""}${type ?? "Instance"}, ${engine.label}${where}`,
        ...(type !== undefined && { count: always(1) }),
        keys: databaseKeys(engine.key, `${type}${zone}_hour`),
        unit: t`instance-hour`,
        units: hoursInMonth,
      },
      disk(properties, engine.key, zone, where),
      ...insights(properties),
    ],
    usage: databaseUsage(properties, engine.key, type ?? ""),
  };
}

/** Some regions are known by prices that name no engine; they stand for any engine until a more exact one is known. */
export const databaseKeys = (engine: string, rest: string): readonly string[] => [
  `rds_${engine}_${rest}`,
  `rds_${rest}`,
];

function disk(properties: Data, engine: string, zone: string, where: string): Line {
  const type = textAt(properties, "StorageType") ?? "gp2";
  const idle = numberAt(properties, "AllocatedStorage");
  const maximum = Math.max(idle ?? 0, numberAt(properties, "MaxAllocatedStorage") ?? 0);
  const known = idle !== undefined && properties["Iops"] === undefined && properties["StorageThroughput"] === undefined;
  return {
    kind: `disk ${type} ${zone}`,
    text: (size) =>
      t`Storage (${type}): ${size.idle} GB${size.maximum > size.idle ? t`, growing to ${size.maximum} GB` : ""}${where}`,
    ...(known && { count: { idle, maximum } }),
    keys: databaseKeys(engine, `${type}${zone}_gb_month`),
    unit: t`GB-month`,
    units: 1,
  };
}

function databaseUsage(properties: Data, engine: string, type: string): UsageLine[] {
  const usage: UsageLine[] = [];
  if (numberAt(properties, "BackupRetentionPeriod") !== 0) {
    usage.push({
      text: t`Backups beyond the size of the disk`,
      unit: t`GB-month`,
      keys: ["rds_backup_extra_gb_month"],
    });
  }
  if (/^db\.t\d/.test(type)) {
    const family = type.split(".")[1] ?? "";
    const keys = [`rds_${engine}_${family}_cpu_credit_vcpu_hour`];
    usage.push({ text: t`CPU beyond the baseline of a burstable class`, unit: t`vCPU-hour`, keys });
  }
  if ((numberAt(properties, "MonitoringInterval") ?? 0) > 0) {
    usage.push({ text: t`Logs of Enhanced Monitoring`, unit: t`GB`, keys: ["cloudwatch_logs_ingest_gb"] });
  }
  if (listAt(properties, "EnableCloudwatchLogsExports").length > 0) {
    usage.push({ text: t`Logs that are written`, unit: t`GB`, keys: ["cloudwatch_logs_ingest_gb"] });
  }
  return usage;
}

/** Seconds of a query's waits are kept for a week at no price, and for longer at one. */
function insights(properties: Data): Line[] {
  const days = numberAt(properties, "PerformanceInsightsRetentionPeriod") ?? 7;
  if (!isOn(properties, "EnablePerformanceInsights") || days <= 7) return [];
  return [
    {
      kind: "insights",
      text: () => t`Performance Insights for ${days} days`,
      count: always(1),
      keys: ["rds_performance_insights_month"],
      unit: t`month`,
      units: 1,
    },
  ];
}

/** A cache of ElastiCache: its nodes, and its snapshots. */
export function priceCache({ properties }: Read): Priced {
  const type = textAt(properties, "CacheNodeType");
  const engine = textAt(properties, "Engine") ?? "redis";
  const groups = numberAt(properties, "NumNodeGroups") ?? 1;
  const replicas = numberAt(properties, "ReplicasPerNodeGroup") ?? 0;
  const nodes =
    numberAt(properties, "NumCacheClusters") ?? numberAt(properties, "NumCacheNodes") ?? groups * (replicas + 1);
  const label = { valkey: "Valkey", redis: "Redis", memcached: "Memcached" }[engine] ?? engine;
  return {
    lines: [
      {
        kind: `cache ${engine} ${type}`,
        text: ({ idle }) => `${idle > 1 ? `${idle} × ` : ""}${type ?? "Node"}, ${label}`,
        ...(type !== undefined && { count: always(nodes) }),
        keys: [`elasticache_${engine}_${type}_hour`],
        unit: t`node-hour`,
        units: hoursInMonth,
      },
    ],
    usage:
      (numberAt(properties, "SnapshotRetentionLimit") ?? 0) > 0
        ? [{ text: t`Snapshots`, unit: t`GB-month`, keys: ["elasticache_backup_gb_month"] }]
        : [],
  };
}

export function priceSecret(): Priced {
  return {
    lines: [
      {
        kind: "secret",
        text: counted(t`Secret in Secrets Manager`, t`secrets in Secrets Manager`),
        count: always(1),
        keys: ["secretsmanager_secret_month"],
        unit: t`secret-month`,
        units: 1,
      },
    ],
  };
}

export function priceFiles({ properties }: Read): Priced {
  const usage: UsageLine[] = [{ text: t`Files that are stored`, unit: t`GB-month`, keys: ["efs_standard_gb_month"] }];
  if (textAt(properties, "ThroughputMode") === "elastic") {
    usage.push({ text: t`Files that are read and written`, unit: t`GB`, keys: ["efs_elastic_gb"] });
  }
  if (properties["BackupPolicy"] !== undefined) {
    usage.push({ text: t`Daily backups of files`, unit: t`GB-month`, keys: ["backup_efs_gb_month"] });
  }
  return { usage };
}
