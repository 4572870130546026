import { randomInt } from "node:crypto";
import type { SecretVariable } from "../targets/export/exported";
import { writeFiles } from "./writeFiles";

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

/**
 * Writes `.env` for its owner's eyes alone, with a fresh value for each secret that is made by chance, and a
 * `.gitignore` that keeps it out of the repository. @returns their paths
 */
export async function writeEnv(folder: string, variables: readonly SecretVariable[]): Promise<readonly string[]> {
  const lines = variables.map(({ name, about, length }) => `# ${about}\n${name}=${length ? fresh(length) : ""}\n`);
  return [
    ...(await writeFiles(folder, new Map([[".gitignore", ".env\n"]]))),
    ...(await writeFiles(folder, new Map([[".env", lines.join("\n")]]), 0o600)),
  ];
}

function fresh(length: number): string {
  return Array.from({ length }, () => letters[randomInt(letters.length)]).join("");
}
