import type { Output } from "../../deploy/types";
import { clean, type Paint } from "../style";

/** A line each, labels aligned. */
export function renderOutputs(outputs: readonly Output[], paint: Paint): string {
  if (outputs.length === 0) return "";
  const named = outputs.map(({ component, label, value }) => ({
    name: component ? `${component}: ${label}` : label,
    value,
  }));
  const width = Math.max(...named.map(({ name }) => name.length));
  return named.map(({ name, value }) => `  ${name.padEnd(width)}  ${paint("cyan", clean(value))}\n`).join("");
}
