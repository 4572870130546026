import type { Json, Operation, TextEdit } from "../../manifest/edit/operation";
import type { Manifest } from "../../manifest/manifest";
import type { Path } from "../../manifest/problem";
import { synthesize } from "../../targets/aws/synthesize";
import type { DriftedProperty, DriftedResource } from "./drift";
import type { ManifestTools } from "./manifestTools";

/** A field of a component that a property was made from, and the value it needs to be made so again. */
interface Field {
  readonly path: Path;
  readonly value: Json;
}

type Inverse = (actual: string) => Field | undefined;

const flag =
  (...path: readonly string[]): Inverse =>
  (actual) =>
    actual === "true" || actual === "false" ? { path, value: actual === "true" } : undefined;
const number =
  (path: Path, turn: (n: number) => Json = (n) => n): Inverse =>
  (actual) =>
    /^\d+$/.test(actual) ? { path, value: turn(Number(actual)) } : undefined;
const words =
  (...path: readonly string[]): Inverse =>
  (actual) => ({ path, value: actual });
const gibibytes = (n: number): Json => `${n}Gi`;
const seconds = (n: number): Json => `${n}s`;

/** Only what has a way back that loses nothing; by type of resource and property. */
const inverses: Readonly<Record<string, Readonly<Record<string, Inverse>>>> = {
  "AWS::RDS::DBInstance": {
    AllocatedStorage: number(["storage"], gibibytes),
    MaxAllocatedStorage: number(["maxStorage"], gibibytes),
    BackupRetentionPeriod: number(["backup", "retentionDays"]),
    PreferredBackupWindow: words("backup", "window"),
    DBInstanceClass: words("size"),
    DeletionProtection: flag("deletionProtection"),
    EngineVersion: words("version"),
    MultiAZ: flag("highAvailability"),
  },
  "AWS::ElastiCache::ReplicationGroup": {
    CacheNodeType: words("size"),
    EngineVersion: words("version"),
    NumCacheClusters: number(["replicas"], (n) => n - 1),
  },
  "AWS::ECS::Service": {
    DesiredCount: number(["scale"]),
    EnableExecuteCommand: flag("exec"),
    HealthCheckGracePeriodSeconds: number(["healthCheck", "gracePeriod"], seconds),
  },
  "AWS::ApplicationAutoScaling::ScalableTarget": {
    MinCapacity: number(["scale", "min"]),
    MaxCapacity: number(["scale", "max"]),
  },
  "AWS::Logs::LogGroup": { RetentionInDays: number(["logs", "retentionDays"]) },
};

export interface Taken {
  readonly edits: readonly TextEdit[];
  /** The manifest with them. */
  readonly text: string;
}

/**
 * How the manifest has to change so that the stack says what is there: proven by making the template anew and finding
 * the real value in it. Undefined where no field of the component can say it; then it can be put back, or an override
 * can say it. A value that was masked is never taken.
 */
export function takeReal(
  tools: ManifestTools,
  manifest: Manifest,
  environment: string,
  resource: DriftedResource,
  property: DriftedProperty,
): Taken | undefined {
  const { component, logicalId, resourceType } = resource;
  const { actual, path } = property;
  if (component === undefined || actual === undefined) return undefined;
  const field = inverses[resourceType]?.[path]?.(actual);
  if (field === undefined) return undefined;
  const inEnvironment = manifest.environments.length > 1 || environment !== "default" ? { environment } : {};
  const operation: Operation = { kind: "setField", component, ...field, ...inEnvironment };
  const result = tools.edit(manifest, [operation]);
  if (!("edits" in result)) return undefined;
  const text = tools.applyEdits(manifest.text, result.edits);
  return saysNow(tools.openManifest(text), environment, logicalId, path, actual)
    ? { edits: result.edits, text }
    : undefined;
}

function saysNow(
  manifest: Manifest,
  environment: string,
  logicalId: string,
  property: string,
  actual: string,
): boolean {
  const app = manifest.appFor(environment);
  if (app === undefined) return false;
  try {
    const value = synthesize(app).template.Resources[logicalId]?.Properties?.[property];
    return value !== undefined && String(value) === actual;
  } catch {
    return false;
  }
}
