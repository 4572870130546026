import type { Json } from "../../extension/manifest/edit/operation";
import { cpuFor, memoryFor } from "../../extension/manifest/fargate";
import { formatSize, parseSize } from "../../extension/manifest/units";
import { show } from "./values";

/** The amounts of memory that go with so many vCPU, as they are written. */
export function memoryChoices(cpu: number): readonly string[] {
  return memoryFor(cpu).map(formatSize);
}

/** What a share of a processor means: "1 vCPU, 2 GiB to 8 GiB". */
export function rangeOf(cpu: number): { readonly from: string; readonly to: string } | undefined {
  const amounts = memoryFor(cpu);
  const [from, to] = [amounts[0], amounts.at(-1)];
  return from === undefined || to === undefined ? undefined : { from: inWords(from), to: inWords(to) };
}

/** The memory to write along with another CPU: the nearest that goes with it; undefined when what is written does. */
export function memoryAlong(cpu: number, memory: Json | undefined): string | undefined {
  const amount = memory === undefined ? undefined : parseSize(show(memory));
  if (amount === undefined || cpuFor(amount).includes(cpu)) return undefined;
  const [first, ...others] = memoryFor(cpu);
  if (first === undefined) return undefined;
  const near = others.reduce(
    (best, other) => (Math.abs(other - amount) < Math.abs(best - amount) ? other : best),
    first,
  );
  return formatSize(near);
}

function inWords(amount: number): string {
  return `${formatSize(amount).replace(/([MG]i)$/, " $1B")}`;
}
