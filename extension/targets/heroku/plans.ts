import type { Database, Redis, Service } from "../../manifest/app";
import { sizeRank } from "../export/sizeRank";

interface Plan {
  readonly name: string;
  /** GB that a database may have. Source: Heroku's list of plans for Postgres. */
  readonly storage: number;
}

/** For micro and below, small, medium, large and xlarge; the last for storage alone. Smaller ones hold no 20 GB. */
const postgres: readonly Plan[] = [
  { name: "essential-2", storage: 32 },
  { name: "standard-0", storage: 64 },
  { name: "standard-2", storage: 256 },
  { name: "standard-3", storage: 512 },
  { name: "standard-4", storage: 768 },
  { name: "standard-5", storage: 1024 },
];

/** The least plan of the size or above that has the storage; one with a standby where high availability is wanted. */
export function postgresPlan({ size, storage, highAvailability }: Database): string {
  const fitting = postgres.filter((plan, index) => index >= sizeRank(size) - 1 && plan.storage >= storage);
  const name = (fitting[0] ?? postgres.at(-1))?.name ?? "standard-0";
  if (!highAvailability) return `heroku-postgresql:${name}`;
  return `heroku-postgresql:${name.replace(/^essential-2$/, "standard-0").replace("standard", "premium")}`;
}

/** Whose plans have no sizes that could be compared: the add-on's default is taken. */
export const mysqlAddOn = "jawsdb";

const redis = ["mini", "premium-0", "premium-3", "premium-5", "premium-7", "premium-9"];

export const redisPlan = ({ size }: Redis): string => `heroku-redis:${redis[sizeRank(size)] ?? "mini"}`;

/** MiB that the smallest dynos have. */
const smallest = 512;

/** An app on basic dynos has one for each process, and none of another kind. */
const fitsBasic = (service: Service): boolean =>
  service.memory <= smallest && (service.type === "cron" || service.scale.min <= 1);

/**
 * The least dyno that has the memory. Source: Heroku's lists of dynos and of their limits.
 * @param all the services of the app
 */
export function dynoOf({ memory }: Service, all: readonly Service[]): string {
  if (memory <= smallest) return all.every(fitsBasic) ? "basic" : "standard-1x";
  if (memory <= 1024) return "standard-2x";
  return memory <= 2560 ? "performance-m" : "performance-l";
}
