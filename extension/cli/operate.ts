import type { Inventory } from "../deploy/operate/inventory";
import type { App } from "../manifest/app";
import { openApp } from "./openApp";
import { type OpenCloud, openCloud } from "./openCloud";
import type { Options } from "./parseArguments";
import type { ManifestFile } from "./readManifest";
import { interruptible, Session } from "./session";
import { type Paint, painter } from "./style";
import type { Terminal } from "./terminal";
import { type FailureSink, withFailure } from "./withFailure";

type Engine = typeof import("../deploy/bundle");

/** What a command on something that is deployed works with. */
export interface Operating {
  readonly engine: Engine;
  readonly open: OpenCloud;
  readonly app: App;
  readonly file: ManifestFile;
  readonly inventory: Inventory;
  readonly session: Session;
  readonly sink: FailureSink;
  readonly signal: AbortSignal;
  readonly paint: Paint;
  /** For people: nothing when JSON was asked for. */
  say(text: string): void;
  /** For programs: one document, only when JSON was asked for. */
  document(value: object): void;
}

/** Reads the manifest, signs in, finds the stack, and runs the work. A failure is told, and gives 1. */
export async function operate(
  options: Options,
  terminal: Terminal,
  work: (operating: Operating) => Promise<number>,
): Promise<number> {
  const opened = await openApp(options, terminal);
  if (opened === undefined) return 1;
  const { file, app } = opened;
  const session = new Session(terminal, options.json);
  const sink = { terminal, file, tell: options.json ? session.finish.bind(session) : undefined };
  return withFailure(sink, async () => {
    const engine = await import("../deploy/bundle");
    const open = await openCloud(options, app, terminal);
    const interrupt = interruptible(terminal);
    try {
      const inventory = await engine.inventoryOf(open.cloud, engine.stackName(app));
      return await work({
        engine,
        open,
        app,
        file,
        inventory,
        session,
        sink,
        signal: interrupt.signal,
        paint: painter(terminal.colour),
        say: (text) => options.json || terminal.out(text),
        document: (value) => options.json && terminal.out(`${JSON.stringify(value, null, 2)}\n`),
      });
    } finally {
      interrupt.dispose();
      await open.close();
    }
  });
}
