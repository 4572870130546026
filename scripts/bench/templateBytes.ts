import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse, stringify } from "yaml";
import { openManifest } from "../../extension/manifest/manifest";
import { synthesize } from "../../extension/targets/aws/synthesize";
import { root } from "../setup/paths";
import { type Row, row } from "./row";

/**
 * The template of the Discourse sample without what the CDK's stack does not have: no tasks during the deployment, and
 * the same autoscaling. Both as JSON without white space, ours with its source map.
 * @param peers where `cdk synth` has left `cdk.out`
 */
export function templateBytesRow(peers: string): Row {
  const theirs = readFileSync(join(peers, "cdk.out", "discourse.template.json"), "utf8");
  return row(
    "template-bytes-discourse",
    kilobytes(ours()),
    "kB",
    { most: 51.2, ratio: 0.8 },
    { name: "cdk", value: kilobytes(JSON.stringify(JSON.parse(theirs))) },
  );
}

const kilobytes = (text: string): number => Buffer.byteLength(text) / 1000;

function ours(): string {
  const manifest = parse(readFileSync(join(root, "samples", "discourse", "stackwright.yaml"), "utf8")) as {
    components: Record<"web" | "db", Record<string, unknown>>;
  };
  const { web, db } = manifest.components;
  manifest.components.web = { ...web, preDeploy: undefined, scale: { min: 2, max: 6, cpu: 60, requests: 500 } };
  manifest.components.db = { ...db, extensions: undefined };
  const app = openManifest(stringify(manifest)).appFor("staging");
  if (app === undefined) throw new Error("The Discourse sample has an error.");
  return synthesize(app).text;
}
