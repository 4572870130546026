import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { openManifest } from "../../extension/manifest/manifest";
import { synthesize } from "../../extension/targets/aws/synthesize";
import { root } from "../setup/paths";
import { percentile, type Row, row } from "./row";

/** Manifest text to CloudFormation, the Discourse sample; the peer is `cdk synth` of a stack of the same resources. */
export function synthRow(peers: string): Row {
  const text = readFileSync(join(root, "samples", "discourse", "stackwright.yaml"), "utf8");
  const ours = Array.from({ length: 60 }, () => time(() => fromText(text))).slice(10);
  const theirs = Array.from({ length: 4 }, () => time(() => cdkSynth(peers))).slice(1);
  return row(
    "synth-discourse",
    percentile(ours, 0.5),
    "ms",
    { most: 5, ratio: 200 },
    { name: "cdk synth", value: percentile(theirs, 0.5) },
  );
}

function fromText(text: string): void {
  const app = openManifest(text).appFor("production");
  if (!app) throw new Error("The Discourse sample has an error.");
  const { template } = synthesize(app);
  if (Object.keys(template.Resources).length < 40) throw new Error("The template is too small to be the whole one.");
}

function cdkSynth(peers: string): void {
  const cdk = join(peers, "node_modules", "aws-cdk", "bin", "cdk");
  const options = ["--no-notices", "--no-version-reporting", "--output", join(peers, "cdk.out")];
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [cdk, "synth", "--app", `"${process.execPath}" discourse-stack.js`, ...options],
    { cwd: peers, encoding: "utf8", env: { ...process.env, CDK_DISABLE_CLI_TELEMETRY: "1" } },
  );
  if (status !== 0 || !stdout.includes("AWS::RDS::DBInstance")) throw new Error(`cdk synth failed: ${stderr}`);
}

function time(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}
