import { validationError } from "../wire/cloudError";

function toNumber(address: string): bigint | undefined {
  const parts = address.split(".").map(Number);
  if (parts.length !== 4 || parts.some((part) => !Number.isInteger(part) || part < 0 || part > 255)) {
    return undefined;
  }
  return parts.reduce((sum, part) => sum * 256n + BigInt(part), 0n);
}

function toAddress(value: bigint): string {
  return [24n, 16n, 8n, 0n].map((shift) => String((value >> shift) & 255n)).join(".");
}

/** `Fn::Cidr` for IPv4: `count` blocks of 2^`bits` addresses each, from the start of `block`. */
export function cidr(block: string, count: number, bits: number): readonly string[] {
  const [address = "", mask = ""] = block.split("/");
  const base = toNumber(address);
  const prefix = Number(mask);
  if (base === undefined || !Number.isInteger(prefix) || prefix < 1 || prefix > 32) {
    throw validationError(`Template error: Fn::Cidr: ${block} is not an IPv4 CIDR block.`);
  }
  if (!Number.isInteger(count) || count < 1 || count > 256 || !Number.isInteger(bits) || bits < 1 || bits > 32) {
    throw validationError("Template error: Fn::Cidr: count must be 1 to 256, and cidrBits 1 to 32.");
  }
  if (BigInt(count) << BigInt(bits) > 1n << BigInt(32 - prefix)) {
    throw validationError(`Template error: Fn::Cidr: ${block} has no room for ${count} blocks of ${bits} bits.`);
  }
  const start = (base >> BigInt(32 - prefix)) << BigInt(32 - prefix);
  return Array.from(
    { length: count },
    (_, index) => `${toAddress(start + (BigInt(index) << BigInt(bits)))}/${32 - bits}`,
  );
}
