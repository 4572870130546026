import { openApp } from "../openApp";
import type { Options } from "../parseArguments";
import { renderEstimate } from "../render/price";
import { painter } from "../style";
import type { Terminal } from "../terminal";
import { withFailure } from "../withFailure";

/** Shows what an environment costs in a month at list prices. Speaks to nobody: the prices come with Stackwright. */
export async function price(options: Options, terminal: Terminal): Promise<number> {
  const opened = await openApp(options, terminal);
  if (opened === undefined) return 1;
  const { file, app } = opened;
  const document = (result: object) => terminal.out(`${JSON.stringify(result)}\n`);
  return withFailure({ terminal, file, tell: options.json ? document : undefined }, async () => {
    const { estimate } = await import("../../targets/aws/price/all");
    const found = estimate(app);
    if (options.json) document({ ok: true, environment: app.environment, ...found });
    else terminal.out(renderEstimate(found, app, painter(terminal.colour), terminal.width));
    return 0;
  });
}
