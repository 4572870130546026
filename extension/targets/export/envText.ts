import type { SecretVariable } from "./exported";

/**
 * The text of an `.env`: a fresh value for each secret that is made by chance, none for the others.
 * @param fresh letters and digits, so many of them, that nobody can guess
 */
export function envText(variables: readonly SecretVariable[], fresh: (length: number) => string): string {
  return variables.map(({ name, about, length }) => `# ${about}\n${name}=${length ? fresh(length) : ""}\n`).join("\n");
}

/** The variables that an `.env` has no value of. */
export function unsetIn(text: string, variables: readonly SecretVariable[]): readonly SecretVariable[] {
  const set = new Set(
    [...text.matchAll(/^\s*(?:export\s+)?([A-Za-z_]\w*)\s*=[^\S\n]*(\S.*)$/gm)].map(([, name]) => name),
  );
  return variables.filter(({ name }) => !set.has(name));
}

/** An `.env` that was written before, with what has come since. What is in it stays as it is. */
export function withNew(text: string, variables: readonly SecretVariable[], fresh: (length: number) => string): string {
  const there = new Set([...text.matchAll(/^\s*(?:export\s+)?([A-Za-z_]\w*)\s*=/gm)].map(([, name]) => name));
  const missing = variables.filter(({ name }) => !there.has(name));
  return missing.length === 0 ? text : `${text.trimEnd()}\n\n${envText(missing, fresh)}`.trimStart();
}
