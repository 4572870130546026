import { CloudWatchLogs } from "@aws-sdk/client-cloudwatch-logs";
import { ECR } from "@aws-sdk/client-ecr";
import { ECS } from "@aws-sdk/client-ecs";
import { ElasticLoadBalancingV2 } from "@aws-sdk/client-elastic-load-balancing-v2";
import { SSM } from "@aws-sdk/client-ssm";
import type { Sandbox, SandboxOptions } from "../../../extension/sandbox/sandbox";
import { deploy } from "../support/deploy";
import { clientOf, start } from "../support/start";
import { type Resource, template } from "../support/templates";

const CLIENT = {
  region: "us-east-1",
  credentials: { accessKeyId: "AKIASANDBOX", secretAccessKey: "any" },
  maxAttempts: 1,
};

/** AWS's own clients, unmodified, pointed at the Sandbox. */
export function clientsOf({ endpoint }: Sandbox, region = CLIENT.region) {
  const configuration = { ...CLIENT, region, endpoint };
  return {
    ecr: new ECR(configuration),
    ecs: new ECS(configuration),
    elb: new ElasticLoadBalancingV2(configuration),
    logs: new CloudWatchLogs(configuration),
    ssm: new SSM(configuration),
  };
}

/** A service with its own task definition, log group and target group, in a cluster. */
export function serviceTemplate(tasks = 2, image = "example/web:1", metadata: Resource = {}): string {
  return template({
    Cluster: { Type: "AWS::ECS::Cluster", Properties: { ClusterName: "shop" } },
    Log: { Type: "AWS::Logs::LogGroup", Properties: { LogGroupName: "/shop/web" } },
    Targets: {
      Type: "AWS::ElasticLoadBalancingV2::TargetGroup",
      Properties: { Port: 80, Protocol: "HTTP", TargetType: "ip" },
    },
    Definition: {
      Type: "AWS::ECS::TaskDefinition",
      Properties: {
        Family: "shop-web",
        Cpu: "256",
        Memory: "512",
        ContainerDefinitions: [
          {
            Name: "web",
            Image: image,
            Essential: true,
            PortMappings: [{ ContainerPort: 80 }],
            Environment: [{ Name: "DB_HOST", Value: "db.internal" }],
            DockerLabels: { "Shop.Part": "web" },
            LogConfiguration: {
              LogDriver: "awslogs",
              Options: {
                "awslogs-group": { Ref: "Log" },
                "awslogs-region": { Ref: "AWS::Region" },
                "awslogs-stream-prefix": "web",
              },
            },
          },
        ],
      },
    },
    Web: {
      Type: "AWS::ECS::Service",
      Metadata: metadata,
      Properties: {
        ServiceName: "web",
        Cluster: { Ref: "Cluster" },
        TaskDefinition: { Ref: "Definition" },
        DesiredCount: tasks,
        EnableExecuteCommand: true,
        LoadBalancers: [{ ContainerName: "web", ContainerPort: 80, TargetGroupArn: { Ref: "Targets" } }],
      },
    },
  });
}

/** A Sandbox with the service deployed, and everything to ask about it. */
export async function deployed(options: Partial<SandboxOptions> = {}, body = serviceTemplate()) {
  const sandbox = await start(options);
  const client = clientOf(sandbox);
  await deploy(client, "shop", "CREATE", body);
  return { sandbox, client, ...clientsOf(sandbox) };
}
