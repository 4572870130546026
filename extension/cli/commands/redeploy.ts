import { openManifest } from "../../manifest/manifest";
import { carryOut } from "../carryOut";
import { checkConfirmable, checkConfirmed } from "../confirm";
import { operate } from "../operate";
import type { Options } from "../parseArguments";
import { recordOf } from "../recordOf";
import type { Terminal } from "../terminal";
import { UsageError } from "../usage";

/** Plans what an earlier operation had deployed, asks, and deploys it again. The manifest stays as it is. */
export function redeploy(options: Options, terminal: Terminal): Promise<number> {
  checkConfirmable("redeploy", options, terminal);
  return operate(options, terminal, async ({ engine, open, app, file, session, sink, signal, say }) => {
    checkConfirmed(options, app.environment);
    const record = recordOf(terminal, file);
    const [id] = options.operands;
    const operations = await engine.operationsOf(record.journal);
    const entry = operations.find((operation) => operation.id === id);
    if (entry === undefined) {
      throw new UsageError(`There is no operation ${id}; stackwright history lists those of this environment.`);
    }
    if (entry.plan.stackName !== engine.stackName(app)) {
      throw new UsageError(`${id} is of ${entry.plan.stackName}, not of ${engine.stackName(app)}.`);
    }
    const earlier = await engine.earlierRevision(open.cloud, record.journal, entry, { openManifest });
    const result = await engine.plan(open.cloud, earlier.app, earlier.synthesis, session, signal);
    if (result.kind === "unchanged") {
      say(`What ${id} had deployed is what is deployed now. There is nothing to do.\n`);
      session.finish({ ok: true, ...result });
      return 0;
    }
    const revision = { manifest: earlier.manifest, template: earlier.synthesis.text };
    const context = { options, terminal, session, sink, open, signal, record: { ...record, revision } };
    return carryOut(result.plan, context);
  });
}
