import { engineVersions, isPastSupport } from "../manifest/engineVersions";
import { t } from "../manifest/l10n";
import type { StoreType } from "./draft";

export interface Chosen {
  /** As the manifest has it; undefined for its default. */
  readonly version?: string;
  /** Why it is not the one that was asked for. */
  readonly note?: string;
}

/** The managed version nearest to one of an image: the same series, or the next later one that is still supported. */
export function nearestVersion(type: StoreType, wanted: string | undefined): Chosen {
  if (wanted === undefined) return {};
  if (type === "redis") return redisVersion(wanted);
  const supported = engineVersions[type].filter((one) => !isPastSupport(one)).map(({ name }) => name);
  const same = supported.find((name) => wanted === name || wanted.startsWith(`${name}.`));
  if (same !== undefined) return { version: same };
  const later = supported.find((name) => compare(name, wanted) > 0);
  const version = later ?? supported.at(-1);
  if (version === undefined) return {};
  // `mysql:8` names no series: any 8.x is what was asked for.
  if (version.startsWith(`${wanted}.`)) return { version };
  return {
    version,
    note: t`Version ${wanted} is not offered with standard support; ${version} is the nearest. Try the application with it before moving data.`,
  };
}

function redisVersion(wanted: string): Chosen {
  const major = wanted.split(".")[0] ?? wanted;
  if (major === "7" || major === "8") return { version: major };
  const version = Number(major) < 7 ? "7" : "8";
  return { version, note: t`Version ${wanted} is not offered; ${version} is the nearest.` };
}

function compare(one: string, other: string): number {
  const [a, b] = [one, other].map((version) => version.split(".").map(Number));
  for (let index = 0; index < Math.max(a?.length ?? 0, b?.length ?? 0); index++) {
    const difference = (a?.[index] ?? 0) - (b?.[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
