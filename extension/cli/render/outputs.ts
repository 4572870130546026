import type { Output } from "../../deploy/types";
import { clean, type Paint } from "../style";

/** A line each, labels aligned. */
export function renderOutputs(outputs: readonly Output[], paint: Paint): string {
  if (outputs.length === 0) return "";
  const width = Math.max(...outputs.map(({ label }) => label.length));
  return `${outputs.map(({ label, value }) => `  ${label.padEnd(width)}  ${paint("cyan", clean(value))}`).join("\n")}\n`;
}
