const gib = 1024;

/**
 * How much memory a container can have with a processor share, in MiB: from, to, in steps of. It is AWS Fargate's
 * table, "Task CPU and memory" in the Amazon ECS Developer Guide; other platforms allow at least as much.
 */
const table: ReadonlyMap<number, readonly [from: number, to: number, step: number]> = new Map([
  [0.25, [512, 2 * gib, 512]],
  [0.5, [gib, 4 * gib, gib]],
  [1, [2 * gib, 8 * gib, gib]],
  [2, [4 * gib, 16 * gib, gib]],
  [4, [8 * gib, 30 * gib, gib]],
  [8, [16 * gib, 60 * gib, 4 * gib]],
  [16, [32 * gib, 120 * gib, 8 * gib]],
]);

/** The amounts in MiB that go with so many vCPU, ascending; none when there is no such share. */
export function memoryFor(cpu: number): readonly number[] {
  const [from, to, step] = table.get(cpu) ?? [1, 0, 1];
  const amounts: number[] = [];
  // 0.25 vCPU has 0.5, 1 and 2 GiB, and nothing between the last two.
  for (let amount = from; amount <= to; amount += step) if (cpu !== 0.25 || amount !== 3 * 512) amounts.push(amount);
  return amounts;
}

/** The processor shares that so many MiB go with, ascending. */
export function cpuFor(memory: number): readonly number[] {
  return [...table.keys()].filter((cpu) => memoryFor(cpu).includes(memory));
}

/** The least that goes with what is written; with nothing written, the smallest there is. */
export function completeSize(cpu: number | undefined, memory: number | undefined): { cpu: number; memory: number } {
  const share = cpu ?? (memory === undefined ? 0.25 : (cpuFor(memory)[0] ?? 0.25));
  return { cpu: share, memory: memory ?? memoryFor(share)[0] ?? 512 };
}
