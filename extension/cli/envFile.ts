import { randomInt } from "node:crypto";
import type { SecretVariable } from "../targets/export/exported";

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

/** The text of an `.env`, with a fresh value for each secret that is made by chance and none for the others. */
export function envFile(variables: readonly SecretVariable[]): string {
  return variables.map(({ name, about, length }) => `# ${about}\n${name}=${length ? fresh(length) : ""}\n`).join("\n");
}

function fresh(length: number): string {
  return Array.from({ length }, () => letters[randomInt(letters.length)]).join("");
}
