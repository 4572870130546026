const mebibytes: { readonly [unit: string]: number } = { Mi: 1, Gi: 1024, Ti: 1024 * 1024 };
const seconds: { readonly [unit: string]: number } = { s: 1, m: 60, h: 3600 };

/** `2Gi` in MiB; undefined when it is no size. */
export function parseSize(text: string | undefined): number | undefined {
  const match = /^([1-9][0-9]*)(Mi|Gi|Ti)$/.exec(text ?? "");
  return match === null ? undefined : Number(match[1]) * (mebibytes[match[2] ?? ""] ?? 1);
}

/** `5m` in seconds; undefined when it is no duration. */
export function parseDuration(text: string | undefined): number | undefined {
  const match = /^([1-9][0-9]*)([smh])$/.exec(text ?? "");
  return match === null ? undefined : Number(match[1]) * (seconds[match[2] ?? ""] ?? 1);
}

/** MiB as it is written: `512Mi`, `2Gi`. */
export function formatSize(amount: number): string {
  return amount % 1024 === 0 ? `${amount / 1024}Gi` : `${amount}Mi`;
}

/** `02:00-03:00` as minutes, across midnight when it ends earlier than it begins. */
export function windowMinutes(text: string): number | undefined {
  const match = /^(\d\d):(\d\d)-(\d\d):(\d\d)$/.exec(text);
  if (match === null) return undefined;
  const [from, to] = [Number(match[1]) * 60 + Number(match[2]), Number(match[3]) * 60 + Number(match[4])];
  return to >= from ? to - from : to + 24 * 60 - from;
}
