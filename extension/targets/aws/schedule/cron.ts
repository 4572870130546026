import { type CronSchedule, readCron } from "../../../manifest/cron";
import { t } from "../../../manifest/l10n";
import { SynthesisError } from "../synthesisError";

export { type CronSchedule, isEvery } from "../../../manifest/cron";

/** Reads `minute hour day month weekday`. Throws a `SynthesisError` for what is no schedule. */
export function parseCron(schedule: string): CronSchedule {
  const cron = readCron(schedule);
  if (!("reason" in cron)) return cron;
  throw new SynthesisError("schedule", t`The schedule "${schedule}" cannot be read: ${cron.reason}.`);
}
