import type { Database, Redis, Service } from "../../manifest/app";
import { sizeRank } from "../export/sizeRank";

/** The plans for services, with what each has. Source: Render's list of plans. */
const services: readonly { readonly name: string; readonly cpu: number; readonly memory: number }[] = [
  { name: "starter", cpu: 0.5, memory: 512 },
  { name: "standard", cpu: 1, memory: 2048 },
  { name: "pro", cpu: 2, memory: 4096 },
  { name: "pro plus", cpu: 4, memory: 8192 },
  { name: "pro max", cpu: 4, memory: 16_384 },
  { name: "pro ultra", cpu: 8, memory: 32_768 },
];

/** The least plan that has both the processors and the memory; undefined where none has. */
export function servicePlan({ cpu, memory }: Service): string | undefined {
  return services.find((plan) => plan.cpu >= cpu && plan.memory >= memory)?.name;
}

export const largestPlan = "pro ultra";

const postgres = ["basic-256mb", "basic-1gb", "basic-4gb", "pro-8gb", "pro-16gb", "pro-32gb"];

/** Only a plan that begins with `pro` can have a standby. */
export function postgresPlan({ size, highAvailability }: Database): string {
  const rank = sizeRank(size);
  return postgres[highAvailability ? Math.max(rank, 3) : rank] ?? "basic-1gb";
}

const keyValue = ["starter", "starter", "standard", "pro", "pro plus", "pro plus"];

export const keyValuePlan = ({ size }: Redis): string => keyValue[sizeRank(size)] ?? "starter";

/** Which of Render's regions lies nearest to one of AWS. Virginia for what is elsewhere in America. */
export function regionOf(region: string): string {
  if (region.startsWith("eu-") || region.startsWith("af-") || region.startsWith("il-") || region.startsWith("me-")) {
    return "frankfurt";
  }
  if (region.startsWith("ap-")) return "singapore";
  if (region === "us-west-1" || region === "us-west-2") return "oregon";
  return region === "us-east-2" ? "ohio" : "virginia";
}
