import { strings } from "../strings";

export interface Limits {
  readonly whole?: boolean | undefined;
  readonly minimum?: number | undefined;
  readonly maximum?: number | undefined;
}

type NumberAnswer =
  | { readonly ok: true; readonly value: number | undefined }
  | { readonly ok: false; readonly reason: string };

/** Reads a number as it is typed; an empty text is no number at all. */
export function readNumber(text: string, limits: Limits): NumberAnswer {
  const trimmed = text.trim();
  if (trimmed === "") return { ok: true, value: undefined };
  const value = Number(trimmed);
  const { whole = false, minimum = Number.NEGATIVE_INFINITY, maximum = Number.POSITIVE_INFINITY } = limits;
  if (!Number.isFinite(value)) return { ok: false, reason: strings.inspector.notANumber };
  if (whole && !Number.isInteger(value)) return { ok: false, reason: strings.inspector.notWhole };
  if (value < minimum) return { ok: false, reason: strings.inspector.tooSmall(minimum) };
  if (value > maximum) return { ok: false, reason: strings.inspector.tooLarge(maximum) };
  return { ok: true, value };
}
