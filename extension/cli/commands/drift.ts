import { readFile, writeFile } from "node:fs/promises";
import type { Drift } from "../../deploy/operate/drift";
import { applyEdits, edit } from "../../manifest/edit/edit";
import { type Manifest, openManifest } from "../../manifest/manifest";
import { carryOut } from "../carryOut";
import { checkConfirmable, checkConfirmed } from "../confirm";
import { type Operating, operate } from "../operate";
import type { Options } from "../parseArguments";
import { recordOf } from "../recordOf";
import { renderDrift } from "../render/drift";
import type { Terminal } from "../terminal";
import { UsageError } from "../usage";

/** Compares what is there with what was deployed. Gives 2 when something differs and nothing was asked to be done. */
export function drift(options: Options, terminal: Terminal): Promise<number> {
  if (options.take && options.putBack) throw new UsageError("Choose one of --take and --put-back.");
  if (options.putBack) checkConfirmable("drift", options, terminal);
  return operate(options, terminal, async (operating) => {
    const { engine, open, inventory, signal, say, document, paint } = operating;
    checkConfirmed(options, operating.app.environment);
    if (options.putBack) return putBack(operating, options, terminal);
    const found = await engine.detectDrift(open.cloud, inventory, signal);
    if (options.take) return take(operating, found);
    document({ stackName: inventory.stackName, ...found });
    say(renderDrift(found, paint));
    return found.drifted.length > 0 ? 2 : 0;
  });
}

async function putBack(
  { engine, open, app, file, inventory, session, sink, signal, say }: Operating,
  options: Options,
  terminal: Terminal,
) {
  const plan = await engine.planPutBack(open.cloud, inventory, app.environment, session, signal);
  if (plan === undefined) {
    say("Everything is as it was deployed. There is nothing to put back.\n");
    session.finish({ ok: true, kind: "unchanged" });
    return 0;
  }
  const record = recordOf(terminal, file);
  return carryOut(plan, { options, terminal, session, sink, open, signal, record });
}

const tools = { applyEdits, edit, openManifest };

/** One after the other, each on the text that the one before it left. */
async function take({ engine, app, file, say, document, paint }: Operating, found: Drift): Promise<number> {
  if (file.folder === undefined) throw new UsageError("--take writes the manifest, so it has to be a file.");
  let manifest: Manifest = file.manifest;
  const taken: string[] = [];
  const left: string[] = [];
  for (const resource of found.drifted) {
    for (const property of resource.properties) {
      const real = engine.takeReal(tools, manifest, app.environment, resource, property);
      if (real) manifest = openManifest(real.text);
      (real ? taken : left).push(`${resource.component ?? "shared"}: ${resource.label} ${property.path}`);
    }
  }
  if (taken.length > 0) {
    if ((await readFile(file.name, "utf8")) !== file.manifest.text) {
      throw new UsageError(`${file.name} was changed in the meantime; nothing was written.`);
    }
    await writeFile(file.name, manifest.text);
  }
  document({ taken, left });
  for (const line of taken) say(`${paint("green", "✓")} taken into the manifest: ${line}\n`);
  for (const line of left) say(`${paint("yellow", "!")} no field can say it: ${line}; stackwright drift --put-back\n`);
  if (taken.length + left.length === 0) say("Everything is as it was deployed.\n");
  return left.length > 0 ? 2 : 0;
}
