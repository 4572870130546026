import type { Resource } from "../../aws/template";
import { type Block, block, code, json, object, resource, text } from "../hcl";
import { entryOf, isObject, list, type Source } from "./source";

export const runTaskType = "Custom::RunTask";

/** The function behind all runs, with what is there for it alone; Terraform has a script in its place. */
export function runnerIn(resources: Readonly<Record<string, Resource>>): ReadonlySet<string> {
  const found = new Set<string>();
  const follow = (value: unknown) => {
    for (const [, id = ""] of JSON.stringify(value ?? {}).matchAll(/"(?:Ref":|Fn::GetAtt":\[)"(\w+)"/g)) found.add(id);
  };
  for (const { Type, Properties } of Object.values(resources)) {
    if (Type === runTaskType) follow({ token: Properties?.["ServiceToken"] });
  }
  for (const id of [...found])
    follow({
      role: entryOf(resources, id)?.Properties?.["Role"],
      logs: entryOf(resources, id)?.Properties?.["LoggingConfig"],
    });
  return found;
}

/** A run of a task, whenever its definition or its command changes. What depends on it waits, and stops when it fails. */
export function runTaskBlock(source: Source, dependsOn: readonly string[]): Block {
  const { properties } = source;
  const command = source.property("Command");
  const container = object({ name: source.property("Container"), command });
  const network = object({
    subnets: list(properties["Subnets"] ?? []).map((each) => source.read(each)),
    securityGroups: list(properties["SecurityGroups"] ?? []).map((each) => source.read(each)),
    assignPublicIp: source.property("AssignPublicIp"),
  });
  const cluster = properties["Cluster"];
  return resource(
    "terraform_data",
    source.name,
    {
      triggers_replace: [source.property("TaskDefinition") ?? "", ...(command === undefined ? [] : [json(command)])],
      depends_on: dependsOn.length > 0 ? dependsOn.map(code) : undefined,
      'provisioner "local-exec"': block({
        command: text(['sh "', code("path.module"), `/${scriptName}"`]),
        environment: object({
          AWS_REGION: code("var.region"),
          CLUSTER: cluster !== undefined && isObject(cluster) ? source.read(cluster) : undefined,
          TASK_DEFINITION: source.property("TaskDefinition"),
          NETWORK: json(object({ awsvpcConfiguration: network })),
          OVERRIDES: json(object({ containerOverrides: [container] })),
        }),
      }),
    },
    "Runs a task to its end with the AWS CLI.",
  );
}

export const scriptName = "run-task.sh";

/** What runs a task and waits for it. It says why a task did not end well. */
export const script = `#!/bin/sh
# Runs a task of Amazon ECS to its end, and fails unless it ends with 0.
set -eu

task=$(aws ecs run-task --cluster "$CLUSTER" --task-definition "$TASK_DEFINITION" --launch-type FARGATE \\
  --network-configuration "$NETWORK" --overrides "$OVERRIDES" --query 'tasks[0].taskArn' --output text)
if [ "$task" = None ]; then
  echo "ECS has not started the task; its events say why: aws ecs describe-clusters --clusters $CLUSTER" >&2
  exit 1
fi

about() {
  aws ecs describe-tasks --cluster "$CLUSTER" --tasks "$task" --query "tasks[0].$1" --output text
}

while [ "$(about lastStatus)" != STOPPED ]; do sleep 5; done
code=$(about 'containers[0].exitCode')
if [ "$code" != 0 ]; then
  echo "The task ended with $code: $(about stoppedReason)" >&2
  exit 1
fi
`;
