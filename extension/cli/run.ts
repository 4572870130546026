import { version } from "../../package.json";
import { isDeployError } from "../deploy/errors";
import { attach } from "./commands/attach";
import { cancel } from "./commands/cancel";
import { compare } from "./commands/compare";
import { connect } from "./commands/connect";
import { continueRollback } from "./commands/continueRollback";
import { deploy } from "./commands/deploy";
import { destroy } from "./commands/destroy";
import { drift } from "./commands/drift";
import { eject } from "./commands/eject";
import { exec } from "./commands/exec";
import { explain } from "./commands/explain";
import { exportTo } from "./commands/export";
import { health } from "./commands/health";
import { history } from "./commands/history";
import { importApplication } from "./commands/import";
import { install } from "./commands/install";
import { logs } from "./commands/logs";
import { outdated } from "./commands/outdated";
import { pack } from "./commands/pack";
import { pipeline } from "./commands/pipeline";
import { plan } from "./commands/plan";
import { price } from "./commands/price";
import { publish } from "./commands/publish";
import { redeploy } from "./commands/redeploy";
import { remove } from "./commands/remove";
import { restart } from "./commands/restart";
import { rollback } from "./commands/rollback";
import { run as runOnce } from "./commands/run";
import { sandbox } from "./commands/sandbox";
import { scale } from "./commands/scale";
import { search } from "./commands/search";
import { status } from "./commands/status";
import { synth } from "./commands/synth";
import { test } from "./commands/test";
import { update } from "./commands/update";
import { validate } from "./commands/validate";
import { why } from "./commands/why";
import { type CommandName, type Options, parseArguments } from "./parseArguments";
import { renderFailure } from "./render/failure";
import { painter } from "./style";
import type { Terminal } from "./terminal";
import { isUsageError, UsageError, usage } from "./usage";

const table: Readonly<Record<CommandName, (options: Options, terminal: Terminal) => Promise<number>>> = {
  validate,
  synth,
  eject,
  export: exportTo,
  import: importApplication,
  install,
  add: install,
  update,
  remove,
  outdated,
  why,
  search,
  pack,
  test,
  publish,
  compare,
  price,
  plan,
  deploy,
  destroy,
  status,
  attach,
  cancel,
  rollback,
  continue: continueRollback,
  explain,
  health,
  logs,
  restart,
  scale,
  exec,
  run: runOnce,
  connect,
  drift,
  history,
  redeploy,
  pipeline,
  sandbox,
};

/** Runs what was typed behind `stackwright` and gives the exit code: 0 done, 1 problems, 2 wrong usage. */
export async function run(argv: readonly string[], terminal: Terminal): Promise<number> {
  try {
    const invocation = read(argv);
    if (invocation === "help") terminal.out(usage);
    else if (invocation === "version") terminal.out(`${version}\n`);
    else return await table[invocation.command](invocation, terminal);
    return 0;
  } catch (error) {
    if (isUsageError(error)) {
      terminal.err(`${error.message}\n`);
      return 2;
    }
    if (isDeployError(error)) {
      terminal.err(renderFailure(error.failure, painter(terminal.colour)));
      return 1;
    }
    const message = error instanceof Error ? error.message : String(error);
    terminal.err(`error: ${message}\n  This was not expected. Please report it, with what you typed.\n`);
    return 1;
  }
}

function read(argv: readonly string[]) {
  try {
    return parseArguments(argv);
  } catch (error) {
    throw error instanceof UsageError
      ? new UsageError(`${error.message}\nstackwright --help shows how it is used.`)
      : error;
  }
}
