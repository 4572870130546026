import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { activationRow } from "./bench/activation";
import { canvasRow } from "./bench/canvas";
import { languageRows } from "./bench/language";
import { installPeers } from "./bench/peers";
import { type Row, table } from "./bench/row";
import { sizeRows } from "./bench/size";
import { synthRow } from "./bench/synth";
import { buildAll } from "./build/buildAll";
import { out } from "./setup/paths";

/** Measures the budgets against peers in the same run; prints a table and writes out/bench.json. */
async function bench(): Promise<void> {
  // What ships is what is measured.
  await buildAll({ production: true });
  const peers = await installPeers();
  const rows: Row[] = [
    ...(await languageRows(peers)),
    synthRow(peers),
    await activationRow(),
    ...sizeRows(),
    await canvasRow(),
  ];
  mkdirSync(out, { recursive: true });
  writeFileSync(join(out, "bench.json"), `${JSON.stringify(rows, null, 2)}\n`);
  console.log(table(rows));
  if (rows.some((each) => !each.ok)) process.exitCode = 1;
}

void bench();
