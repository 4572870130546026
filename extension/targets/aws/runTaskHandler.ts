/**
 * The code of the function that runs tasks. Inline code may have 4,096 bytes, and finds the SDK in the runtime.
 *
 * - A deletion has nothing to undo. Neither has a rollback, which CloudFormation announces as one more update with the
 *   former task definition: running that again could fail, and leave the stack stuck.
 * - The request's id is the token of the run, so that a second invocation finds the first one's task.
 * - What a new role may do is not known everywhere for some seconds.
 */
export const handler = `const { ECSClient, RunTaskCommand, DescribeTasksCommand, StopTaskCommand } = require("@aws-sdk/client-ecs");
const { CloudFormationClient, DescribeStacksCommand } = require("@aws-sdk/client-cloudformation");
const ecs = new ECSClient();
const second = 1000;
const sleep = (time) => new Promise((done) => setTimeout(done, time));

exports.handler = async (event, context) => {
  const answer = { Status: "SUCCESS" };
  try {
    if (event.RequestType !== "Delete" && !(await rollsBack(event.StackId))) await run(event, context);
  } catch (error) {
    console.error(error);
    answer.Status = "FAILED";
    answer.Reason = String(error.message).slice(0, 1000);
  }
  const { StackId, RequestId, LogicalResourceId } = event;
  const PhysicalResourceId = event.PhysicalResourceId ?? LogicalResourceId;
  const body = Buffer.from(JSON.stringify({ ...answer, StackId, RequestId, LogicalResourceId, PhysicalResourceId }));
  const reply = await fetch(event.ResponseURL, { method: "PUT", body, headers: { "content-type": "" } });
  if (!reply.ok) throw new Error("CloudFormation did not take the answer: " + reply.status);
};

async function rollsBack(StackName) {
  const { Stacks } = await send(new CloudFormationClient(), new DescribeStacksCommand({ StackName }));
  return Stacks[0].StackStatus.includes("ROLLBACK");
}

async function run(event, context) {
  const { Cluster: cluster, Container: name, Command: command, ...task } = event.ResourceProperties;
  const { tasks = [], failures = [] } = await send(ecs, new RunTaskCommand({
    cluster,
    taskDefinition: task.TaskDefinition,
    launchType: "FARGATE",
    clientToken: event.RequestId,
    startedBy: "stackwright",
    propagateTags: "TASK_DEFINITION",
    networkConfiguration: {
      awsvpcConfiguration: { subnets: task.Subnets, securityGroups: task.SecurityGroups, assignPublicIp: task.AssignPublicIp },
    },
    overrides: command && { containerOverrides: [{ name, command }] },
  }));
  if (!tasks[0]) throw new Error("The task did not start: " + (failures[0]?.reason ?? "no reason given"));
  const { taskArn } = tasks[0];
  const label = "Task " + taskArn.split("/").pop();
  while (context.getRemainingTimeInMillis() > 30 * second) {
    const { tasks: [now] } = await ecs.send(new DescribeTasksCommand({ cluster, tasks: [taskArn] }));
    if (now?.lastStatus === "STOPPED") {
      const container = now.containers.find((one) => one.name === name);
      if (container?.exitCode === 0) return;
      const why = [container?.reason, now.stoppedReason].filter(Boolean).join("; ");
      throw new Error(label + " failed" + (container?.exitCode === undefined ? "" : " with exit code " + container.exitCode) + ": " + why);
    }
    await sleep(3 * second);
  }
  await ecs.send(new StopTaskCommand({ cluster, task: taskArn, reason: "It ran for too long" }));
  throw new Error(label + " did not end within 15 minutes and was stopped");
}

async function send(client, command, attempt = 0) {
  try {
    return await client.send(command);
  } catch (error) {
    if (!/^AccessDenied/.test(error.name) || attempt === 5) throw error;
    await sleep(5 * second);
    return send(client, command, attempt + 1);
  }
}
`;
