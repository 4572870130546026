import type { Options } from "./parseArguments";
import type { Terminal } from "./terminal";
import { UsageError } from "./usage";

/** What shows beforehand what would be done. */
const looks = {
  deploy: "stackwright plan",
  destroy: "what the environment has",
  redeploy: "stackwright history",
  drift: "stackwright drift without it",
  cancel: "stackwright history",
  rollback: "stackwright history",
  continue: "stackwright history",
} as const;

type Answers = Pick<Options, "yes" | "json" | "confirm">;

/** Where nobody can be asked, only options speak for them. To be called before anything is begun. */
export function checkConfirmable(verb: keyof typeof looks, options: Answers, terminal: Terminal): void {
  if (options.yes || options.confirm !== undefined || (terminal.interactive && !options.json)) return;
  throw new UsageError(
    `stackwright ${verb} asks before it does anything, and there is nobody to ask here. Look at ${looks[verb]} first, then add --yes.`,
  );
}

/** A question that wants a "yes"; anything else is a "no". */
export async function confirm(question: string, terminal: Terminal): Promise<boolean> {
  return /^y(es)?$/i.test((await terminal.ask(`${question} [y/N] `)).trim());
}

/** For what cannot be undone: the environment's name has to be typed. */
export async function confirmByName(question: string, environment: string, terminal: Terminal): Promise<boolean> {
  return (
    (await terminal.ask(`${question}\nType the environment's name, ${environment}, to confirm: `)).trim() ===
    environment
  );
}

/** Throws a `UsageError` when another environment is confirmed than the one that is worked on. */
export function checkConfirmed({ confirm: name }: Answers, environment: string): void {
  if (name === undefined || name === environment) return;
  throw new UsageError(`--confirm ${name} names another environment than ${environment}. Nothing was changed.`);
}

export interface Risk {
  readonly environment: string;
  readonly protected: boolean;
  /** Sentences of what can be lost. */
  readonly dataRisks: readonly string[];
}

/**
 * In proportion to what can be lost. A protected environment, and any data, wants the environment's name, typed or with
 * `--confirm`: `--yes` alone does not speak for that. Anything else wants what `ask` asks, or `--yes`.
 */
export async function isConfirmed(
  risk: Risk,
  options: Answers,
  terminal: Terminal,
  ask: () => Promise<boolean>,
): Promise<boolean> {
  const { environment, dataRisks } = risk;
  if (options.confirm === environment) return true;
  if (!risk.protected && dataRisks.length === 0) return options.yes || ask();
  const why = dataRisks.length > 0 ? "This puts data at risk." : `${environment} is protected.`;
  if (terminal.interactive && !options.json) return confirmByName(why, environment, terminal);
  terminal.err(
    [why, ...dataRisks, `--yes does not speak for that. If it is meant, add --confirm ${environment}.`, ""].join("\n"),
  );
  return false;
}
