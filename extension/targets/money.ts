import type { Amount, Unit } from "./estimate";

/** "$12", "$0.40": whole dollars from ten on, where cents only seem exact. */
export function dollars(usd: number): string {
  const size = Math.abs(usd);
  const digits = size >= 10 || size === 0 ? 0 : 2;
  const text = size.toFixed(digits).replace(/\B(?=(\d{3})+(?!\d))/g, ",");
  return `${usd < 0 ? "−" : ""}$${text}`;
}

/** "$12", "$12 + 2 unknown", "unknown". */
export function amount({ usd, unknown }: Amount): string {
  if (unknown === 0) return dollars(usd);
  return usd === 0 ? "unknown" : `${dollars(usd)} + ${unknown} unknown`;
}

/** "≈ $123/month idle, up to $240": what something costs, in one line. */
export function inShort(idle: Amount, maximum: Amount): string {
  if (idle.usd === 0 && maximum.usd === 0) return idle.unknown + maximum.unknown > 0 ? "price unknown" : "no charge";
  const unknown = Math.max(idle.unknown, maximum.unknown);
  const rest = unknown > 0 ? ` + ${unknown} unknown` : "";
  const low = dollars(idle.usd);
  const high = dollars(maximum.usd);
  return low === high ? `≈ ${low}/month${rest}` : `≈ ${low}/month idle, up to ${high}${rest}`;
}

/** "$0.045 for each GB", "price unknown". Prices of units are tiny, so they keep their digits. */
export function perUnit({ name, usd }: Unit): string {
  if (usd === undefined) return `price of a ${name} unknown`;
  const [whole, fraction = ""] = String(Number(usd.toPrecision(4))).split(".");
  return `$${whole}.${fraction.padEnd(2, "0")} for each ${name}`;
}
