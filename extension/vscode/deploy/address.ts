import type { Output } from "../../deploy/types";

/** The application's address: the first output that a browser can open. */
export function addressOf(outputs: readonly Output[]): string | undefined {
  return outputs.find(({ value }) => isWebAddress(value))?.value;
}

/** An output may hold any text; only an address of the web is one to open. */
export function isWebAddress(value: string): boolean {
  return /^https?:\/\/[^\s/]/i.test(value);
}
