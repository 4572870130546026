import { cpuFor, memoryFor } from "../../manifest/fargate";

const shares = [0.25, 0.5, 1, 2, 4, 8, 16];

/** The least size that exists and has at least so much of both: vCPU and MiB. Nothing written gives nothing. */
export function fittingSize(
  cpu: number | undefined,
  memory: number | undefined,
): { readonly cpu?: number; readonly memory?: number } {
  if (cpu === undefined && memory === undefined) return {};
  for (const share of shares.filter((each) => each >= (cpu ?? 0))) {
    const amount = memoryFor(share).find((each) => each >= (memory ?? 0));
    if (amount === undefined) continue;
    // What follows from the other is not written down.
    const implied = cpuFor(amount)[0] === share;
    const least = memoryFor(share)[0] === amount;
    if (share === 0.25 && least) return {};
    return { ...(implied && !least ? {} : { cpu: share }), ...(least && !implied ? {} : { memory: amount }) };
  }
  return { cpu: 16, memory: 120 * 1024 };
}
