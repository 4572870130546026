import type { Goal } from "../state/records";

/** Hides the values of NoEcho parameters in a text that is shown. */
export function mask(text: string, ...goals: readonly Goal[]): string {
  let masked = text;
  for (const { value, noEcho } of goals.flatMap(({ parameters }) => parameters)) {
    if (noEcho && value !== "") {
      masked = masked.replaceAll(value, "****").replaceAll(JSON.stringify(value).slice(1, -1), "****");
    }
  }
  return masked;
}
