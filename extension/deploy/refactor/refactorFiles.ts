import type { CreateStackRefactorCommandInput } from "@aws-sdk/client-cloudformation";
import type { Refactor } from "./refactorOf";

/** Bytes. A template above it has to lie in a bucket. */
const largestInline = 51_200;

/** The files of a stack refactor, by name: the request as the AWS CLI takes it, the template, and how it is done. */
export function refactorFiles(refactor: Refactor, stackName: string, region: string): ReadonlyMap<string, string> {
  const template = JSON.stringify(refactor.template);
  const isLarge = new TextEncoder().encode(template).length > largestInline;
  const request: CreateStackRefactorCommandInput = {
    Description: `Stackwright: ${refactor.renames.map(({ from, to }) => `${from} is called ${to}`).join(", ")}`,
    ResourceMappings: refactor.mappings,
    StackDefinitions: [
      { StackName: stackName, ...(isLarge ? { TemplateURL: placeholder(region) } : { TemplateBody: template }) },
    ],
  };
  return new Map([
    ["create-stack-refactor.json", `${JSON.stringify(request, undefined, 2)}\n`],
    ["template.json", `${template}\n`],
    ["README.md", readme(refactor, stackName, region, isLarge)],
  ]);
}

const placeholder = (region: string): string => `https://YOUR-BUCKET.s3.${region}.amazonaws.com/template.json`;

function readme({ renames, mappings }: Refactor, stackName: string, region: string, isLarge: boolean): string {
  const cli = (command: string) => `aws cloudformation ${command} --region ${region}`;
  const id = "--stack-refactor-id ID";
  const upload = [
    "The template is larger than 51,200 bytes: copy `template.json` to a bucket of yours in that region, and write its",
    "address into `create-stack-refactor.json`.",
    "",
  ];
  return [
    `# Moving what ${stackName} has to new names`,
    "",
    ...renames.map(({ from, to }) => `- \`${from}\` is called \`${to}\` now.`),
    "",
    "CloudFormation would remove the one and make the other, empty. A stack refactor gives what holds data, and what that",
    "stands on, its new logical id instead. Nothing is made, removed or changed by it:",
    "",
    ...mappings.map(
      ({ Source, Destination }) => `- \`${Source?.LogicalResourceId}\` to \`${Destination?.LogicalResourceId}\``,
    ),
    "",
    ...(isLarge ? upload : []),
    "```sh",
    `${cli("create-stack-refactor")} --cli-input-json file://create-stack-refactor.json`,
    `${cli("describe-stack-refactor")} ${id}`,
    `${cli("list-stack-refactor-actions")} ${id}`,
    `${cli("execute-stack-refactor")} ${id}`,
    "```",
    "",
    "The first command gives the ID. Go on when the second says `CREATE_COMPLETE`, and the third lists moves only. If",
    "CloudFormation refuses a resource, nothing has happened: it says which and why, and keeping the old name is the way",
    "that always works. Do not deploy in between.",
    "",
    "Then run `stackwright plan` again, and read it: no database, cache, volume or secret may be removed or replaced. What",
    "runs without data, as services and firewall rules, is made anew under the new name.",
    "",
  ].join("\n");
}
