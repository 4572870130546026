import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import type { Exported } from "../../../extension/targets/export/exported";
import { errorsOf, tofu } from "./tofu";

/** What a real provider would answer with, where nothing at all would be no answer. */
const answers: Readonly<Record<string, string>> = {
  aws: `  mock_data "aws_availability_zones" {
    defaults = { names = ["zone-a", "zone-b", "zone-c"] }
  }
`,
  heroku: `  mock_resource "heroku_addon" {
    defaults = { config_var_values = { STORE_URL = "scheme://user:word@host.example:5432/base" } }
  }
`,
};

/**
 * Applies the files without any cloud: the providers make up what they would answer, and the programs that are run
 * (`gcloud`, `aws`) end well. OpenTofu itself evaluates every expression, as it would.
 * @returns what went wrong; empty where all was applied
 */
export function faultsOfApplying({ files, variables }: Exported): readonly string[] {
  const versions = files.get("versions.tf") ?? "";
  const providers = [...versions.matchAll(/^ {4}(\w+) = \{\n {6}source /gm)].map(([, name = ""]) => name);
  const mocks = providers.map((name) => `mock_provider "${name}" {\n${answers[name] ?? ""}}\n`);
  const test = `${mocks.join("\n")}\nrun "apply" {\n  command = apply\n}\n`;
  const programs = mkdtempSync(join(tmpdir(), "stackwright-programs-"));
  try {
    // Each answer is one that a task which ends well would give.
    const answer =
      '#!/bin/sh\ncase "$*" in\n*lastStatus*) echo STOPPED ;;\n*exitCode*) echo 0 ;;\n*) echo arn:task ;;\nesac\n';
    for (const name of ["aws", "gcloud"]) {
      writeFileSync(join(programs, name), answer);
      chmodSync(join(programs, name), 0o755);
    }
    const values = Object.fromEntries(variables.map(({ name }) => [name, "value"]));
    const path = `${programs}${delimiter}${process.env["PATH"]}`;
    tofu(new Map([...files, ["apply.tftest.hcl", test]]), [["test", "-json"]], { ...values, PATH: path });
    return [];
  } catch (error) {
    return errorsOf(error);
  } finally {
    rmSync(programs, { recursive: true });
  }
}
