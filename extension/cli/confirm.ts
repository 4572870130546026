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

/** Where nobody can be asked, only `--yes` speaks for them. To be called before anything is begun. */
export function checkConfirmable(
  verb: keyof typeof looks,
  options: { yes: boolean; json: boolean },
  terminal: Terminal,
): void {
  if (options.yes || (terminal.interactive && !options.json)) return;
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
