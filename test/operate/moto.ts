import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { CreateLogGroupCommand } from "@aws-sdk/client-cloudwatch-logs";
import { CreateClusterCommand, CreateServiceCommand, RegisterTaskDefinitionCommand } from "@aws-sdk/client-ecs";
import { CreateTargetGroupCommand, RegisterTargetsCommand } from "@aws-sdk/client-elastic-load-balancing-v2";
import type { Cloud } from "../../extension/deploy/cloud";
import { connect } from "../../extension/deploy/connect";
import { clientOf } from "../../extension/deploy/operate/clients";
import type { Inventory, StackPart } from "../../extension/deploy/operate/inventory";
import { parseTemplate } from "../../extension/deploy/template";
import { synthesize } from "../../extension/targets/aws/synthesize";
import { appOf } from "../deploy/ground";
import { until } from "../vscode/driver/until";

const program = join(import.meta.dirname, "..", "..", ".cache", "python", "bin", "moto_server");

/** moto: a second ECS, with logs and targets, that nobody here wrote. Not everywhere are its checkers installed. */
export const hasMoto = existsSync(program);

export interface Moto {
  readonly cloud: Cloud;
  readonly inventory: Inventory;
  close(): Promise<void>;
}

export const manifest = `name: shop
region: us-east-1
components:
  edge:
    type: load-balancer
    routes: [{ to: web, path: / }]
  web:
    type: web
    image: example/web:1
    port: 80
    exec: true
    connections: [db]
    scale: { min: 2, max: 4 }
  jobs:
    type: worker
    image: example/jobs:1
  nightly:
    type: cron
    image: example/jobs:1
    schedule: "0 3 * * *"
  db:
    type: postgres
    version: "16"
    size: micro
    storage: 20Gi
`;

/** Starts moto with what the manifest's services are in ECS, as CloudFormation would have made them. */
export async function startMoto(): Promise<Moto> {
  const port = await freePort();
  const server = spawn(program, ["-H", "127.0.0.1", "-p", String(port)], { stdio: "ignore" });
  const endpoint = `http://127.0.0.1:${port}`;
  try {
    await until("moto to answer", async () => (await fetch(`${endpoint}/moto-api/`)).ok, 60_000);
    const cloud = await connect({ target: "sandbox", region: "us-east-1", endpoint });
    const close = async () => {
      cloud.close();
      await stopped(server);
    };
    return { cloud, inventory: await make(cloud), close };
  } catch (error) {
    server.kill();
    throw error;
  }
}

async function make(cloud: Cloud): Promise<Inventory> {
  const { text, stackName } = synthesize(appOf(manifest));
  const template = parseTemplate(text);
  const physical = await makeResources(cloud);
  const subnet = await ec2(cloud, "DescribeSubnets", "subnetId");
  const group = await ec2(cloud, "DescribeSecurityGroups", "groupId");
  const named: Readonly<Record<string, string>> = { "AWS::EC2::Subnet": subnet, "AWS::EC2::SecurityGroup": group };
  const parts = Object.entries(template.Resources).map(([logicalId, resource]): StackPart => {
    const physicalId = physical[logicalId] ?? named[resource.Type] ?? logicalId.toLowerCase();
    const component = resource.Metadata?.Stackwright?.component;
    const status = "CREATE_COMPLETE";
    return { logicalId, physicalId, resourceType: resource.Type, label: "", status, ...(component && { component }) };
  });
  const about = {
    stackName,
    stackId: stackName,
    status: "CREATE_COMPLETE",
    outputs: [],
    updatedAt: "",
    protected: false,
  };
  return { ...about, parts, template };
}

async function makeResources(cloud: Cloud): Promise<Readonly<Record<string, string>>> {
  const ecs = clientOf(cloud, "ecs");
  const elb = clientOf(cloud, "elb");
  const cluster = "shop";
  await ecs.send(new CreateClusterCommand({ clusterName: cluster }));
  const made: Record<string, string> = { Cluster: cluster };
  for (const name of ["web", "jobs", "nightly"]) {
    const id = `${name[0]?.toUpperCase()}${name.slice(1)}`;
    const environment = [{ name: "DB_HOST", value: "db.internal" }];
    const { taskDefinition } = await ecs.send(
      new RegisterTaskDefinitionCommand({
        family: name,
        networkMode: "awsvpc",
        requiresCompatibilities: ["FARGATE"],
        cpu: "256",
        memory: "512",
        containerDefinitions: [{ name, image: "example/web:1", environment }],
      }),
    );
    made[`${id}TaskDefinition`] = taskDefinition?.taskDefinitionArn ?? "";
    made[`${id}LogGroup`] = `/shop/${name}`;
    await clientOf(cloud, "logs").send(new CreateLogGroupCommand({ logGroupName: `/shop/${name}` }));
    if (name === "nightly") continue;
    const definition = { cluster, serviceName: name, taskDefinition: name, desiredCount: 2 };
    const { service } = await ecs.send(new CreateServiceCommand({ ...definition, launchType: "FARGATE" }));
    made[`${id}Service`] = service?.serviceArn ?? "";
  }
  const VpcId = await ec2(cloud, "DescribeVpcs", "vpcId");
  const group = new CreateTargetGroupCommand({ Name: "web", Protocol: "HTTP", Port: 80, TargetType: "ip", VpcId });
  const { TargetGroups = [] } = await elb.send(group);
  const [{ TargetGroupArn = "" } = {}] = TargetGroups;
  const Targets = ["10.0.0.1", "10.0.0.2"].map((Id) => ({ Id, Port: 80 }));
  await elb.send(new RegisterTargetsCommand({ TargetGroupArn, Targets }));
  return { ...made, EdgeToWebPort80: TargetGroupArn };
}

/** Asked without a client of the SDK: nothing but this needs EC2. */
async function ec2({ endpoint = "" }: Cloud, Action: string, element: string): Promise<string> {
  const authorization = "AWS4-HMAC-SHA256 Credential=any/20261123/us-east-1/ec2/aws4_request, Signature=any";
  const body = new URLSearchParams({ Action, Version: "2016-11-15" });
  const answer = await fetch(endpoint, { method: "POST", headers: { authorization }, body });
  return new RegExp(`<${element}>(.+?)<`).exec(await answer.text())?.[1] ?? "";
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === "object" && address ? address.port : 0;
}

async function stopped(server: ChildProcess): Promise<void> {
  const end = new Promise((resolve) => server.once("close", resolve));
  server.kill();
  await end;
}
