import type { Service } from "../draft";
import { get, itemsOf, textAt, textOf, type Value } from "../value";

export interface Health {
  readonly check?: Service["healthCheck"];
  /** The port that is asked, where it is told. */
  readonly port?: number;
}

/** What a health check that asks an own URL says: its path, its port and its times. Any other check says only its times. */
export function healthOf(value: Value | undefined): Health {
  if (value === undefined) return {};
  const test = itemsOf(get(value, "test"))
    .flatMap((item) => textOf(item) ?? [])
    .join(" ");
  const url = /https?:\/\/(?:localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1?\])(?::(\d+))?(\/[^\s'"|;&)]*)?/.exec(test);
  if (url === null) return {};
  const [, port, path] = url;
  const interval = seconds(textAt(value, "interval"));
  const timeout = seconds(textAt(value, "timeout"));
  const gracePeriod = seconds(textAt(value, "start_period"));
  return {
    port: port === undefined ? 80 : Number(port),
    check: {
      ...(path !== undefined && /^\/[\x21-\x7e]*$/.test(path) ? { path } : {}),
      ...(interval === undefined ? {} : { interval }),
      ...(timeout === undefined ? {} : { timeout }),
      ...(gracePeriod === undefined ? {} : { gracePeriod }),
    },
  };
}

const units: Readonly<Record<string, number>> = { us: 1e-6, ms: 1e-3, s: 1, m: 60, h: 3600 };

/** `1m30s` in whole seconds, at least one. */
export function seconds(text: string | undefined): number | undefined {
  const parts = [...(text ?? "").matchAll(/(\d+(?:\.\d+)?)(us|ms|s|m|h)/g)];
  if (parts.length === 0) return undefined;
  return Math.max(
    1,
    Math.round(parts.reduce((sum, [, amount, unit]) => sum + Number(amount) * (units[unit ?? ""] ?? 0), 0)),
  );
}
