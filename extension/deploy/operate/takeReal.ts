import { applyEdits, edit } from "../../manifest/edit/edit";
import type { Json, Operation } from "../../manifest/edit/operation";
import { type Manifest, openManifest } from "../../manifest/manifest";
import type { Path } from "../../manifest/problem";
import { synthesize } from "../../targets/aws/synthesize";
import type { DriftedProperty, DriftedResource } from "./drift";

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

/**
 * How the manifest has to change so that the stack says what is there: proven by making the template anew and finding
 * the real value in it. Undefined where no field of the component can say it; then it can be put back, or an override
 * can say it. A value that was masked is never taken.
 */
export function takeReal(
  manifest: Manifest,
  environment: string,
  resource: DriftedResource,
  property: DriftedProperty,
): { readonly operation: Operation; readonly text: string } | undefined {
  const { component, logicalId, resourceType } = resource;
  const { actual, path } = property;
  if (component === undefined || actual === undefined) return undefined;
  const field = inverses[resourceType]?.[path]?.(actual);
  if (field === undefined) return undefined;
  const inEnvironment = manifest.environments.length > 1 || environment !== "default" ? { environment } : {};
  const operation: Operation = { kind: "setField", component, ...field, ...inEnvironment };
  const result = edit(manifest, [operation]);
  if (!("edits" in result)) return undefined;
  const text = applyEdits(manifest.text, result.edits);
  return saysNow(text, environment, logicalId, path, actual) ? { operation, text } : undefined;
}

function saysNow(text: string, environment: string, logicalId: string, property: string, actual: string): boolean {
  const app = openManifest(text).appFor(environment);
  if (app === undefined) return false;
  try {
    const value = synthesize(app).template.Resources[logicalId]?.Properties?.[property];
    return value !== undefined && String(value) === actual;
  } catch {
    return false;
  }
}
