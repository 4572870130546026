import type { Accepted } from "./accepted";

const checkers = [
  { name: "Checkov", link: "https://www.checkov.io" },
  { name: "cdk-nag", link: "https://github.com/cdklabs/cdk-nag" },
] as const;

/** The text of docs/aws-findings.md. */
export function page(accepted: readonly Accepted[], versions: Readonly<Record<string, string>>): string {
  const parts = checkers.map(({ name, link }) => {
    const entries = accepted.filter(({ checker }) => checker === name);
    return [`## [${name}](${link}) ${versions[name] ?? ""}`.trimEnd(), ...entries.map(section)].join("\n\n");
  });
  return `${[intro, ...parts].join("\n\n")}\n`;
}

function section({ rule, types, when, reason }: Accepted): string {
  const where = types.map((type) => `\`${type}\``).join(", ");
  return [
    `### ${rule.replaceAll("<", "‹").replaceAll(">", "›")}`,
    `On ${where}. ${when ? `Only ${when.says}.` : "Everywhere."}`,
    reason,
  ].join("\n\n");
}

const intro = `# What checkers say about our templates

\`npm run conformance\` makes templates from every sample in every environment, and from generated manifests that cover
every pair of values of all fields, and has them checked by tools that nobody here wrote. \`cfn-lint\` and AWS's resource
specification find nothing at all, and moto deploys every template. What is left of Checkov's rules and of cdk-nag's
AwsSolutions rules is listed here, each with its reason. A finding that is not listed fails the run, and so does an entry
that nothing needs any more. The list is \`scripts/conformance/acceptedFindings.ts\`, and this page is made from it.`;
