import type { CommandName } from "./parseArguments";
import { UsageError } from "./usage";

/** What a command takes before its file, as it is called. */
const operandsOf: Partial<Record<CommandName, readonly string[]>> = {
  export: ["a platform"],
  install: ["a package, such as discourse"],
  add: ["a package, such as discourse"],
  update: ["a package"],
  remove: ["a package"],
  why: ["a component"],
  logs: ["a component"],
  restart: ["a component"],
  scale: ["a component", "a number of tasks"],
  exec: ["a component"],
  run: ["a component"],
  connect: ["a component"],
  redeploy: ["an operation"],
};

/** Throws a `UsageError` when something is missing that the command cannot do without. */
export function splitOperands(
  command: CommandName,
  words: readonly string[],
): { readonly operands: readonly string[]; readonly files: readonly string[] } {
  const wanted = operandsOf[command] ?? [];
  const missing = wanted[words.length];
  if (missing !== undefined) throw new UsageError(`stackwright ${command} needs ${missing}.`);
  return { operands: words.slice(0, wanted.length), files: words.slice(wanted.length) };
}
