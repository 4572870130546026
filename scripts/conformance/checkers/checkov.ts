import { basename, dirname, join } from "node:path";
import { attempt } from "../../setup/command";
import type { Checker, Finding } from "./checker";

interface Report {
  readonly summary?: { readonly parsing_errors: number };
  readonly results?: { readonly failed_checks: readonly Failed[]; readonly parsing_errors: readonly string[] };
}

interface Failed {
  readonly check_id: string;
  readonly check_name: string;
  readonly file_abs_path: string;
  /** `AWS::EC2::SecurityGroup.EdgeSecurityGroup`. */
  readonly resource: string;
}

/** Checkov's rules for CloudFormation. */
export function checkov(programs: string): Checker {
  return {
    name: "Checkov",
    batch: 40,
    async check(files) {
      const options = ["--framework", "cloudformation", "--quiet", "--compact", "--skip-download", "--output", "json"];
      const { stdout, output } = await attempt(
        join(programs, "checkov"),
        [...options, ...[...files.values()].flatMap((file) => ["--file", basename(file)])],
        { cwd: folderOf([...files.values()]), env: { ...process.env, LOG_LEVEL: "ERROR" } },
      );
      if (!/^\s*[{[]/.test(stdout)) throw new Error(`Checkov gave no answer:\n${output.slice(-2000)}`);
      const names = new Map([...files].map(([name, file]) => [basename(file), name]));
      const reports = [JSON.parse(stdout) as Report | readonly Report[]].flat() as Report[];
      return { findings: reports.flatMap((report) => findingsOf(report, names)) };
    },
  };
}

/** It takes file names relative to where it runs. */
const folderOf = (files: readonly string[]): string => dirname(files[0] ?? ".");

function findingsOf({ results }: Report, names: ReadonlyMap<string, string>): Finding[] {
  const unread = (results?.parsing_errors ?? []).map((file) => ({
    manifest: names.get(basename(file)) ?? file,
    rule: "unreadable",
    message: "Checkov could not read the template.",
  }));
  const failed = (results?.failed_checks ?? []).map(({ check_id, check_name, file_abs_path, resource }) => ({
    manifest: names.get(basename(file_abs_path)) ?? file_abs_path,
    rule: check_id,
    message: check_name,
    resource: resource.slice(resource.lastIndexOf(".") + 1),
  }));
  return [...unread, ...failed];
}
