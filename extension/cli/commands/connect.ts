import { operate } from "../operate";
import type { Options } from "../parseArguments";
import { runSession } from "../runSession";
import type { Terminal } from "../terminal";

/** Leads a port of this machine to a database or a cache, until Ctrl-C. */
export function connect(options: Options, terminal: Terminal): Promise<number> {
  return operate(options, terminal, async ({ engine, open, inventory, say, paint }) => {
    const found = await engine.reach(open.cloud, inventory, options.operands[0] ?? "");
    const localPort = options.port ?? found.port;
    const ends = { localPort, host: found.host, port: found.port };
    const session = await engine.openTunnel(open.cloud, found.through, engine.findPlugin, ends);
    say(
      `${found.component} answers at ${paint("cyan", `127.0.0.1:${localPort}`)}, through ${found.through.component}.\n`,
    );
    if (found.secret !== undefined) {
      say(`How to sign in is in a secret, which you may read if you are permitted to:\n  ${signIn(found.secret)}\n`);
    }
    return runSession(session, terminal);
  });
}

const signIn = (secret: string): string =>
  `aws secretsmanager get-secret-value --secret-id ${secret} --query SecretString --output text`;
