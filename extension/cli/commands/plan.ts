import type { Prepared, Refactor } from "../../deploy/engine";
import type { Message } from "../../deploy/messages";
import type { Plan } from "../../deploy/types";
import { openApp } from "../openApp";
import { openCloud } from "../openCloud";
import type { Options } from "../parseArguments";
import { imagesView } from "../render/images";
import { renderPlan } from "../render/plan";
import { interruptible } from "../session";
import { painter } from "../style";
import type { Terminal } from "../terminal";
import { withFailure } from "../withFailure";
import { writeFiles } from "../writeFiles";

/**
 * Shows what a deployment would change, then takes the plan back, so that nothing is left behind in the cloud. With
 * `--output`, what moves the data of renamed components is written there.
 */
export async function plan(options: Options, terminal: Terminal): Promise<number> {
  const opened = await openApp(options, terminal);
  if (opened === undefined) return 1;
  const { file, app } = opened;
  const document = (result: object) => options.json && terminal.out(`${JSON.stringify(result)}\n`);
  return withFailure({ terminal, file, tell: options.json ? document : undefined }, async () => {
    const engine = await import("../../deploy/bundle");
    const open = await openCloud(options, app, terminal);
    const interrupt = interruptible(terminal);
    const view = imagesView(terminal);
    const host = { notify: (message: Message) => (options.json ? undefined : view.show(message)) };
    let prepared: Prepared | undefined;
    const write = (folder: string, refactor: Refactor) => {
      const { region } = open.cloud.identity;
      return writeFiles(folder, engine.refactorFiles(refactor, engine.stackName(app), region));
    };
    try {
      prepared = await engine.prepareImages(open.cloud, app, file.folder, host, interrupt.signal);
      const synthesis = engine.synthesize(prepared.app);
      const result = await engine.plan(open.cloud, prepared.app, synthesis, host, interrupt.signal);
      if (result.kind === "plan") await engine.discard(open.cloud, result.plan, host);
      const { refactor, ...told } = { refactor: undefined, ...result };
      const written = options.output && refactor ? await write(options.output, refactor) : [];
      document({ ok: true, ...told, ...(options.output !== undefined && { files: written }) });
      if (!options.json) {
        const upToDate = `${engine.stackName(app)} is up to date. There is nothing to deploy.\n`;
        const paint = painter(terminal.colour);
        const shown = ({ plan }: { readonly plan: Plan }) =>
          options.markdown ? engine.planMarkdown(plan) : renderPlan(plan, paint, terminal.width);
        terminal.out(result.kind === "plan" ? shown(result) : upToDate);
      }
      if (!options.json && options.output !== undefined) terminal.out(wayOf(written));
      return options.exitCode && result.kind === "plan" ? 2 : 0;
    } finally {
      interrupt.dispose();
      await prepared?.dispose();
      await open.close();
    }
  });
}

const wayOf = (written: readonly string[]): string =>
  written.length === 0
    ? "No component with data was renamed, so nothing was written.\n"
    : `${written.join("\n")}\nREADME.md says how the data is moved to the new name.\n`;
