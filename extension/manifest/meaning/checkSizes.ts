import type { ComponentType } from "../app";
import { cpuFor, memoryFor } from "../fargate";
import type { Field } from "../fields";
import { t } from "../l10n";
import { report, type Walk } from "../shape/report";
import { join } from "../shape/words";
import { formatSize, parseDuration, parseSize, windowMinutes } from "../units";

/** What a component asks for that no platform can give. Looks at one component alone; reads what is there. */
export function checkSizes(walk: Walk, field: Field, type: ComponentType): void {
  if (type === "web" || type === "worker" || type === "cron") {
    checkTask(walk, field);
    checkScale(walk, field.get("scale"));
  }
  if (type === "web") {
    checkHealth(walk, field.get("healthCheck"));
    checkTime(walk, field, "sticky", 1, 604_800);
  }
  if (type === "load-balancer") checkTime(walk, field, "idleTimeout", 1, 4000);
  if (type === "postgres" || type === "mysql") checkDatabase(walk, field);
}

function checkTask(walk: Walk, field: Field): void {
  const memory = field.get("memory");
  const amount = parseSize(memory?.text);
  if (memory === undefined || amount === undefined) return;
  const cpu = field.get("cpu")?.number;
  if (cpu === undefined) {
    if (cpuFor(amount).length > 0) return;
  } else if (memoryFor(cpu).length === 0 || memoryFor(cpu).includes(amount)) return;
  const possible = cpu === undefined ? every : memoryFor(cpu);
  const near = possible.toSorted((a, b) => Math.abs(a - amount) - Math.abs(b - amount))[0] ?? amount;
  const others = cpu === undefined ? [] : cpuFor(amount);
  const rest = others.length > 0 ? t`, or ${join(others.map(String))} vCPU with it` : "";
  const message = t`${cpu === undefined ? t`A container` : t`${cpu} vCPU`} cannot have ${formatSize(amount)} of memory. ${range(possible)}; nearest is ${formatSize(near)}${rest}.`;
  report(walk, "impossible-size", memory.range, message, { data: { replacement: formatSize(near) } });
}

const every = [...new Set([0.25, 0.5, 1, 2, 4, 8, 16].flatMap(memoryFor))].sort((a, b) => a - b);

function range(possible: readonly number[]): string {
  const sizes = possible.map(formatSize);
  return sizes.length <= 4 ? t`Possible are ${join(sizes)}` : t`Possible are ${sizes[0]} to ${sizes.at(-1)}, in steps`;
}

function checkScale(walk: Walk, scale: Field | undefined): void {
  const max = scale?.get("max");
  const least = scale?.get("min")?.number;
  const most = max?.number;
  if (max === undefined || least === undefined || most === undefined || most >= least) return;
  const message = t`\`max\` is ${most}, less than \`min\`, which is ${least}.`;
  report(walk, "impossible-size", max.range, message, { data: { replacement: String(least) } });
}

function checkHealth(walk: Walk, health: Field | undefined): void {
  const bounds = { interval: [5, 300], timeout: [2, 120], gracePeriod: [1, 2_147_483_647] } as const;
  for (const [name, [from, to]] of Object.entries(bounds)) if (checkTime(walk, health, name, from, to)) return;
  const field = health?.get("timeout") ?? health?.get("interval");
  const timeout = parseDuration(health?.get("timeout")?.text ?? "5s");
  const interval = parseDuration(health?.get("interval")?.text ?? "15s");
  if (field === undefined || timeout === undefined || interval === undefined || timeout < interval) return;
  report(
    walk,
    "impossible-size",
    field.range,
    t`The timeout, ${timeout}s, must be less than the interval, ${interval}s.`,
  );
}

/** @returns whether the time is out of its bounds, both in seconds */
function checkTime(walk: Walk, map: Field | undefined, name: string, from: number, to: number): boolean {
  const field = map?.get(name);
  const value = parseDuration(field?.text);
  if (field === undefined || value === undefined || (value >= from && value <= to)) return false;
  const message = t`\`${name}\` must be from ${from}s to ${to}s, and is ${value}s.`;
  report(walk, "impossible-size", field.range, message, { data: { replacement: `${value < from ? from : to}s` } });
  return true;
}

const smallestDisk = 20 * 1024;

function checkDatabase(walk: Walk, field: Field): void {
  const storage = field.get("storage");
  const amount = parseSize(storage?.text) ?? smallestDisk;
  if (storage !== undefined && amount < smallestDisk) {
    const message = t`A database's disk has at least 20Gi; this is ${formatSize(amount)}.`;
    report(walk, "impossible-size", storage.range, message, { data: { replacement: "20Gi" } });
  }
  const most = field.get("maxStorage");
  const limit = parseSize(most?.text);
  if (most !== undefined && limit !== undefined && limit < amount) {
    const message = t`The disk cannot grow to ${formatSize(limit)}: it begins with ${formatSize(amount)}.`;
    report(walk, "impossible-size", most.range, message, { data: { replacement: formatSize(amount) } });
  }
  const window = field.get("backup")?.get("window");
  const minutes = windowMinutes(window?.text ?? "");
  if (window !== undefined && minutes !== undefined && minutes < 30) {
    report(walk, "impossible-size", window.range, t`A backup window has at least 30 minutes; this one has ${minutes}.`);
  }
}
