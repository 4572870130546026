import { randomInt } from "node:crypto";

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

/** So many letters and digits by chance. */
export function freshSecret(length: number): string {
  return Array.from({ length }, () => letters[randomInt(letters.length)]).join("");
}
