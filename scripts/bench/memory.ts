import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { root } from "../setup/paths";
import { percentile, type Row, row } from "./row";

const program = join(root, "scripts", "bench", "hold.ts");

/** What the engine and a manifest of 793 lines take of the heap once thirty letters were typed; each in a process of its own. */
export function memoryRow(peers: string): Row {
  const of = (who: "ours" | "theirs"): number =>
    percentile(
      [1, 2, 3].map(() => held(who, peers)),
      0.5,
    );
  const theirs = of("theirs");
  return row("memory-793", of("ours"), "MB", { ratio: 2 }, { name: "yaml-language-server", value: theirs });
}

function held(who: string, peers: string): number {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--expose-gc", "--import", "tsx", program, who, peers],
    { cwd: root, encoding: "utf8" },
  );
  const bytes = Number(stdout);
  if (status !== 0 || !(bytes > 0)) throw new Error(`The memory was not measured.\n${stderr}`);
  return bytes / 1e6;
}
