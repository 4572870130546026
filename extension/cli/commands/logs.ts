import type { LogLine } from "../../deploy/operate/logs";
import { operate } from "../operate";
import type { Options } from "../parseArguments";
import { clean, type Paint, type Style } from "../style";
import type { Terminal } from "../terminal";
import { UsageError } from "../usage";

/** Prints a component's log; with `--follow`, goes on until Ctrl-C. As JSON: a line of JSON for each line. */
export function logs(options: Options, terminal: Terminal): Promise<number> {
  const { operands, filter, task, json, follow } = options;
  const since = sinceWhen(options.since ?? "10m", Date.now());
  return operate(options, terminal, async ({ engine, open, inventory, paint, signal }) => {
    const runnable = engine.runnableOf(inventory, operands[0] ?? "");
    const wanted = { since, ...(filter === undefined ? {} : { filter }), ...(task === undefined ? {} : { task }) };
    const batches = follow
      ? engine.followLogs(open.cloud, runnable, wanted, signal, (reason) => terminal.err(`${reason}\n`))
      : engine.readLogs(open.cloud, runnable, wanted);
    for await (const lines of batches) {
      for (const line of lines) terminal.out(json ? `${JSON.stringify(line)}\n` : renderLine(line, paint));
    }
    return 0;
  });
}

const styles: readonly Style[] = ["cyan", "magenta", "blue", "green", "yellow"];

/** Time, task, text; each task has a colour of its own. */
export function renderLine({ at, task, text }: LogLine, paint: Paint): string {
  const sum = [...task].reduce((total, letter) => total + letter.charCodeAt(0), 0);
  return `${paint("dim", at.slice(0, 19))} ${paint(styles[sum % styles.length] ?? "cyan", task.slice(0, 8))} ${clean(text)}\n`;
}

const units: Readonly<Record<string, number>> = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** Milliseconds since 1970 of `15m`, `2h`, `3d` before now, or of a time that is written out. */
export function sinceWhen(text: string, now: number): number {
  const [, count, unit = ""] = /^(\d+)([smhd])$/.exec(text) ?? [];
  if (count !== undefined) return now - Number(count) * (units[unit] ?? 0);
  const time = Date.parse(text);
  if (!Number.isNaN(time)) return time;
  throw new UsageError(`${text} is no time: write 15m, 2h, 3d, or a time as 2026-11-23T10:00:00Z.`);
}
