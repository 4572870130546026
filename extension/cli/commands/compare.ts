import { openApp } from "../openApp";
import type { Options } from "../parseArguments";
import { renderComparison } from "../render/compare";
import { noteRows } from "../render/notes";
import { painter } from "../style";
import type { Terminal } from "../terminal";
import { withFailure } from "../withFailure";

/** Shows what an environment becomes on every platform, what is lost there, and what is known of the price. */
export async function compare(options: Options, terminal: Terminal): Promise<number> {
  const opened = await openApp(options, terminal);
  if (opened === undefined) return 1;
  const { file, app } = opened;
  const document = (result: object) => terminal.out(`${JSON.stringify(result)}\n`);
  return withFailure({ terminal, file, tell: options.json ? document : undefined }, async () => {
    const { compare: compareOn, exportTargets } = await import("../../targets/export/bundle");
    const comparison = compareOn(app, exportTargets);
    if (!options.json) {
      terminal.out(renderComparison(comparison, app, painter(terminal.colour), terminal.width));
      return 0;
    }
    const { components, lost, ...rest } = comparison;
    document({
      ok: true,
      environment: app.environment,
      ...rest,
      components: components.map(({ on, ...component }) => ({
        ...component,
        on: on.map((each) => ({ ...each, lost: noteRows(file.manifest, each.lost) })),
      })),
      lost: lost.map(({ platform, notes }) => ({ platform, notes: noteRows(file.manifest, notes) })),
    });
    return 0;
  });
}
