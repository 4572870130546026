import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { stringify } from "yaml";
import { openManifest } from "../../extension/manifest/manifest";
import { synthesize } from "../../extension/targets/aws/synthesize";
import { root } from "../setup/paths";
import { percentile, type Row, row } from "./row";
import { templateBytesRow } from "./templateBytes";

const sample = join(root, "samples", "discourse", "stackwright.yaml");

const rows: Readonly<Record<string, (peers: string) => Row>> = {
  "synth-discourse": synthRow,
  "synth-200-components": () => manyRow(),
  "synth-cli": cliRow,
  "template-bytes-discourse": (peers) => {
    cdkSynth(peers);
    return templateBytesRow(peers);
  },
};

export const synthNames: readonly string[] = Object.keys(rows);

/** From a manifest to a template. The peer is the CDK, with a stack of the same resources. */
export function synthRows(peers: string, names: readonly string[]): readonly Row[] {
  return names.flatMap((name) => rows[name]?.(peers) ?? []);
}

/** Manifest text to template within a process, as the editor does it; the peer's users wait for the whole `cdk synth`. */
function synthRow(peers: string): Row {
  const text = readFileSync(sample, "utf8");
  const ours = Array.from({ length: 60 }, () => time(() => fromText(text, "production", 40))).slice(10);
  const peer = { name: "cdk synth", value: cdkMedian(peers) };
  return row("synth-discourse", percentile(ours, 0.5), "ms", { most: 5, ratio: 200 }, peer);
}

/** The command, process and all, on both sides. */
function cliRow(peers: string): Row {
  const ours = Array.from({ length: 8 }, () => time(cliSynth)).slice(1);
  return row("synth-cli", percentile(ours, 0.5), "ms", { ratio: 10 }, { name: "cdk synth", value: cdkMedian(peers) });
}

/** A stack far beyond CloudFormation's limit of 500 resources: that it is too large must be known at once as well. */
function manyRow(): Row {
  const text = manyComponents(50);
  const ours = Array.from({ length: 12 }, () => time(() => fromText(text, "default", 1000))).slice(2);
  return row("synth-200-components", percentile(ours, 0.5), "ms", { most: 300 });
}

/** A manifest of four components for each group: a web service, a worker, a database and a cache. */
function manyComponents(groups: number): string {
  const components = Array.from({ length: groups }, (_, index) => {
    const [db, cache] = [`db-${index}`, `cache-${index}`];
    const env = { CACHE: `\${{ ${cache}.host }}`, TOKEN_URL: `\${{ ${db}.url }}` };
    const service = { image: "example/app:1.4.2", cpu: 0.5, memory: "1Gi", connections: [db, cache], env };
    return {
      [`web-${index}`]: { type: "web", port: 3000, scale: { min: 2, max: 6, cpu: 60 }, ...service },
      [`worker-${index}`]: { type: "worker", secrets: { TOKEN: { generate: { length: 40 } } }, ...service },
      [db]: { type: "postgres", size: "small", storage: "20Gi" },
      [cache]: { type: "redis", replicas: 1 },
    };
  });
  return stringify({ name: "bench", components: Object.assign({}, ...components) });
}

function fromText(text: string, environment: string, least: number): void {
  const app = openManifest(text).appFor(environment);
  if (!app) throw new Error("The manifest has an error.");
  const { template } = synthesize(app);
  if (Object.keys(template.Resources).length < least) throw new Error("The template is too small to be the whole one.");
}

function cliSynth(): void {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, "dist", "cli.js"), "synth", sample, "--environment", "production"],
    { cwd: root, encoding: "utf8" },
  );
  if (status !== 0 || !stdout.includes("AWS::RDS::DBInstance")) throw new Error(`stackwright synth failed: ${stderr}`);
}

const medians = new Map<string, number>();

/** Measured once for all rows: it takes seconds. */
function cdkMedian(peers: string): number {
  const known = medians.get(peers);
  if (known !== undefined) return known;
  const theirs = Array.from({ length: 4 }, () => time(() => cdkSynth(peers))).slice(1);
  const median = percentile(theirs, 0.5);
  medians.set(peers, median);
  return median;
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
