import { join } from "node:path";
import { command } from "../../setup/command";
import { root } from "../../setup/paths";
import type { Checker } from "./checker";

interface Report {
  readonly file: string;
  readonly violations: readonly {
    readonly rule: string;
    readonly description: string;
    readonly resources: readonly string[];
  }[];
}

const program = join(root, "scripts", "conformance", "checkers", "nag.cjs");

/** @param peers the folder that holds `aws-cdk-lib` and `cdk-nag` */
export function cdkNag(peers: string): Checker {
  return {
    name: "cdk-nag",
    batch: 160,
    async check(files) {
      const names = new Map([...files].map(([name, file]) => [file, name]));
      const reports = JSON.parse(await command(process.execPath, [program, peers, ...files.values()])) as Report[];
      return {
        findings: reports.flatMap(({ file, violations }) =>
          violations.flatMap(({ rule, description, resources }) =>
            resources.map((resource) => ({
              manifest: names.get(file) ?? file,
              rule: generalRule(rule),
              message: description,
              resource,
            })),
          ),
        ),
      };
    },
  };
}

/** `AwsSolutions-IAM5[Resource::…/<AWS::StackName>-web:*]` names the wildcard; whose it is stands in the resource. */
export function generalRule(rule: string): string {
  return rule
    .replace(/(<AWS::StackName>-)[a-z0-9_-]+/g, "$1NAME")
    .replace(/(?:<[A-Za-z]+FileSystem\.Arn>)/g, "<FileSystem.Arn>")
    .replace(/(:ecr:|<AWS::Partition>:ecr:)[a-z0-9-]+:[0-9]{12}:/g, "$1REGION:ACCOUNT:");
}
