import { t } from "../manifest/l10n";
import type { Amount, Change, Unit } from "./estimate";

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
  return usd === 0 ? t`unknown` : t`${dollars(usd)} + ${unknown} unknown`;
}

/** "≈ $123/month idle, up to $240": what something costs, in one line. */
export function inShort(idle: Amount, maximum: Amount): string {
  if (idle.usd === 0 && maximum.usd === 0)
    return idle.unknown + maximum.unknown > 0 ? t`price unknown` : t`paid by use`;
  const unknown = Math.max(idle.unknown, maximum.unknown);
  const rest = unknown > 0 ? t` + ${unknown} unknown` : "";
  const low = dollars(idle.usd);
  const high = dollars(maximum.usd);
  return low === high ? t`≈ ${low}/month${rest}` : t`≈ ${low}/month idle, up to ${high}${rest}`;
}

/** "$0.045 for each GB", "price unknown". Prices of units are tiny, so they keep their digits. */
export function perUnit({ name, usd }: Unit): string {
  if (usd === undefined) return t`price of a ${name} unknown`;
  const [whole, fraction = ""] = String(Number(usd.toPrecision(4))).split(".");
  return t`$${whole}.${fraction.padEnd(2, "0")} for each ${name}`;
}

/** "$59", "$59 to $177", "unknown": one line of an estimate. */
export function itemPrice({ idle, maximum }: { readonly idle?: number; readonly maximum?: number }): string {
  const low = idle === undefined ? t`unknown` : dollars(idle);
  const high = maximum === undefined ? t`unknown` : dollars(maximum);
  return low === high ? low : t`${low} to ${high}`;
}

/** "+$12", "−$3", "±$0", "unknown": a difference. */
export function difference(change: number | undefined): string {
  if (change === undefined) return t`unknown`;
  if (change === 0) return "±$0";
  return change > 0 ? `+${dollars(change)}` : dollars(change);
}

/** "+$12", "up to +$111", "change unknown": what an edit does to a price. Undefined when it does nothing. */
export function changed({ idle, maximum }: Change): string | undefined {
  if (idle === undefined || maximum === undefined) return t`change unknown`;
  if (idle !== 0) return difference(idle);
  return maximum === 0 ? undefined : t`up to ${difference(maximum)}`;
}

/** "$133 → $151 (+$18)": an amount before and after. */
export function moved(before: Amount, after: Amount, change: number | undefined): string {
  const [old, next] = [amount(before), amount(after)];
  if (old === next && change === 0) return next;
  return `${old} → ${next} (${difference(change)})`;
}

/** "$85 – $255/month", or "$85 – $255 + 1 unknown": as short as a card needs it. */
export function onCard(idle: Amount, maximum: Amount): string {
  if (idle.usd === 0 && maximum.usd === 0)
    return idle.unknown + maximum.unknown > 0 ? t`price unknown` : t`paid by use`;
  const [low, high] = [dollars(idle.usd), dollars(maximum.usd)];
  const unknown = Math.max(idle.unknown, maximum.unknown);
  const range = low === high ? low : `${low} – ${high}`;
  return unknown > 0 ? t`${range} + ${unknown} unknown` : t`${range}/month`;
}
