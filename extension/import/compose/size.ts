/** `512m`, `1.5gb`, `2Gi` or a number of bytes, in MiB. */
export function mebibytes(text: string | undefined): number | undefined {
  const match = /^(\d+(?:\.\d+)?)\s*([kmgt]?)i?b?$/i.exec(text ?? "");
  if (match === null) return undefined;
  const [, amount, unit = ""] = match;
  const factor = { "": 1 / 1024 / 1024, k: 1 / 1024, m: 1, g: 1024, t: 1024 * 1024 }[unit.toLowerCase()] ?? 1;
  const size = Math.ceil(Number(amount) * factor);
  return size > 0 ? size : undefined;
}
