import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import type { SpecificationData } from "../targets/aws/specification/data";
import { readSpecification, type Specification } from "../targets/aws/specification/read";

const NAME = "specification.json.br";

/**
 * The data lies beside the bundle. From source there is no bundle: it is made on first use, and again when what it is
 * made from has changed.
 */
function locate(): string {
  const beside = join(__dirname, NAME);
  if (existsSync(beside)) {
    return beside;
  }
  const root = join(__dirname, "..", "..");
  const script = join(root, "scripts", "specification.ts");
  if (!existsSync(script)) {
    throw new Error(
      `The Sandbox's copy of AWS's resource specification, ${beside}, is missing. Install Stackwright again.`,
    );
  }
  const output = join(root, ".cache", NAME);
  const sources = [script, join(root, "node_modules", "@aws-cdk", "aws-service-spec", "db.json.gz")];
  const age = existsSync(output) ? statSync(output).mtimeMs : 0;
  if (sources.some((source) => statSync(source).mtimeMs > age)) {
    execFileSync(process.execPath, ["--import", "tsx", script, output], {
      cwd: root,
      stdio: ["ignore", "ignore", "inherit"],
    });
  }
  return output;
}

let loaded: Specification | undefined;

/** AWS's resource specification, read once per process. */
export function loadSpecification(): Specification {
  if (!loaded) {
    const text = brotliDecompressSync(readFileSync(locate())).toString("utf8");
    loaded = readSpecification(JSON.parse(text) as SpecificationData);
  }
  return loaded;
}
