import { describe, expect, it } from "vitest";
import type { Web } from "../../extension/manifest/app";
import { synthesize } from "../../extension/targets/aws/synthesize";
import type { Resource } from "../../extension/targets/aws/template";
import { app, balancer, cron, database, network, redis, route, web, worker } from "./fixture";

type Resources = Readonly<Record<string, Resource>>;
const made = (...components: Parameters<typeof app>[0]): Resources => synthesize(app(components)).template.Resources;
const properties = (all: Resources, id: string) => all[id]?.Properties ?? {};
const webWith = (rest: Partial<Web>) => made(web("web", rest), balancer("edge", { routes: [route("web")] }));

describe("a service", () => {
  const all = webWith({});

  it("is replaced without a gap, and put back when the new version does not start", () => {
    expect(properties(all, "WebService")["DeploymentConfiguration"]).toEqual({
      MinimumHealthyPercent: 100,
      MaximumPercent: 200,
      DeploymentCircuitBreaker: { Enable: true, Rollback: true },
    });
  });

  it("starts when its images can be fetched and its load balancer listens", () => {
    expect(all["WebService"]?.DependsOn).toEqual([
      "EdgeHttpListener",
      "PrivateDefaultRoute1",
      "PrivateDefaultRoute2",
      "S3Endpoint",
    ]);
  });

  it("gives a worker the longest time there is to end its job, and a web service what it has anyway", () => {
    const container = (resources: Resources, id: string) =>
      [properties(resources, id)["ContainerDefinitions"]].flat()[0] as { readonly StopTimeout?: number };
    expect(container(made(worker("jobs")), "JobsTaskDefinition").StopTimeout).toBe(120);
    expect(container(all, "WebTaskDefinition").StopTimeout).toBeUndefined();
  });

  it("has no grace period without a load balancer, since ECS refuses it", () => {
    expect(properties(made(worker("jobs")), "JobsService")["HealthCheckGracePeriodSeconds"]).toBeUndefined();
    expect(properties(made(web("web")), "WebService")["HealthCheckGracePeriodSeconds"]).toBeUndefined();
  });

  it("hands its tags on to its tasks", () => {
    expect(properties(all, "WebService")).toMatchObject({ PropagateTags: "SERVICE", EnableECSManagedTags: true });
  });

  it("has a public address only where that is the way out", () => {
    const address = (egress: "public" | "nat") => {
      const { Resources } = synthesize(app([worker("jobs")], { network: network({ egress }) })).template;
      return JSON.stringify(properties(Resources, "JobsService")["NetworkConfiguration"]);
    };
    expect(address("public")).toContain('"AssignPublicIp":"ENABLED"');
    expect(address("public")).toContain("PublicSubnet1");
    expect(address("nat")).toContain('"AssignPublicIp":"DISABLED"');
    expect(address("nat")).toContain("PrivateSubnet1");
  });
});

describe("the task definition", () => {
  it("has the size, the image and the command of the manifest", () => {
    const command = ["sh", "-c", "exec ${APP}"];
    const task = properties(
      made(worker("jobs", { cpu: 0.5, memory: 1024, image: "a/b:1", command })),
      "JobsTaskDefinition",
    );
    expect(task).toMatchObject({
      Cpu: "512",
      Memory: "1024",
      RuntimePlatform: { CpuArchitecture: "X86_64" },
      ContainerDefinitions: [
        {
          Name: "jobs",
          Image: "a/b:1",
          Command: ["sh", "-c", { "Fn::Join": ["", ["exec $", "{APP}"]] }],
        },
      ],
    });
  });

  it("writes to a log group of its own, for as long as it says, and kept where it is protected", () => {
    const group = (isProtected: boolean, retentionDays: number) =>
      synthesize(app([worker("jobs", { logs: { retentionDays } })], { protected: isProtected })).template.Resources[
        "JobsLogGroup"
      ];
    expect(group(false, 7)).toMatchObject({ DeletionPolicy: "Delete", Properties: { RetentionInDays: 7 } });
    expect(group(true, 365)).toMatchObject({
      DeletionPolicy: "RetainExceptOnCreate",
      Properties: { RetentionInDays: 365 },
    });
  });

  it("may do nothing itself", () => {
    expect(properties(made(worker("jobs")), "JobsTaskRole")["Policies"]).toBeUndefined();
  });

  it("may fetch from a private repository, and from that one only", () => {
    const image = "111122223333.dkr.ecr.eu-west-1.amazonaws.com/team/app:1";
    const role = JSON.stringify(properties(made(worker("jobs", { image })), "JobsExecutionRole"));
    expect(role).toContain("arn:${AWS::Partition}:ecr:eu-west-1:111122223333:repository/team/app");
    expect(JSON.stringify(properties(made(worker("jobs")), "JobsExecutionRole"))).not.toContain("ecr:");
  });
});

describe("volumes", () => {
  const volumes = [
    { name: "uploads", path: "/srv/uploads" },
    { name: "cache", path: "/srv/cache" },
  ];
  const all = made(web("web", { volumes }));

  it("are directories of one encrypted file system, each behind a door of its own", () => {
    expect(properties(all, "WebFileSystem")).toMatchObject({ Encrypted: true, BackupPolicy: { Status: "ENABLED" } });
    expect(properties(all, "WebVolumeUploads")).toMatchObject({ RootDirectory: { Path: "/uploads" } });
    expect(properties(all, "WebTaskDefinition")).toMatchObject({
      ContainerDefinitions: [
        {
          MountPoints: [
            { SourceVolume: "cache", ContainerPath: "/srv/cache" },
            { SourceVolume: "uploads", ContainerPath: "/srv/uploads" },
          ],
        },
      ],
    });
  });

  it("are mounted over TLS, as the task's role", () => {
    const [first] = properties(all, "WebTaskDefinition")["Volumes"] as { EFSVolumeConfiguration: unknown }[];
    expect(first?.EFSVolumeConfiguration).toMatchObject({
      TransitEncryption: "ENABLED",
      AuthorizationConfig: { IAM: "ENABLED", AccessPointId: { Ref: "WebVolumeCache" } },
    });
    expect(JSON.stringify(properties(all, "WebTaskRole"))).toContain("elasticfilesystem:AccessPointArn");
  });

  it("outlive the stack", () => {
    expect(all["WebFileSystem"]).toMatchObject({
      DeletionPolicy: "RetainExceptOnCreate",
      UpdateReplacePolicy: "Retain",
    });
  });

  it("are reachable before the first task starts", () => {
    expect(all["WebService"]?.DependsOn).toEqual(
      expect.arrayContaining(["WebFilesIngress", "WebMountTargetZone1", "WebMountTargetZone2"]),
    );
  });
});

describe("scale", () => {
  const types = (all: Resources) =>
    Object.entries(all)
      .filter(([, { Type }]) => Type.includes("AutoScaling"))
      .map(([id]) => id);

  it("as a number is the number of tasks", () => {
    const all = webWith({ scale: { min: 3, max: 3 } });
    expect(properties(all, "WebService")["DesiredCount"]).toBe(3);
    expect(types(all)).toEqual([]);
  });

  it("between limits leaves the number to autoscaling", () => {
    const all = webWith({ scale: { min: 2, max: 6, cpu: 60, memory: 75, requests: 500 } });
    expect(properties(all, "WebService")).not.toHaveProperty("DesiredCount");
    expect(properties(all, "WebScalableTarget")).toMatchObject({
      MinCapacity: 2,
      MaxCapacity: 6,
      ResourceId: { "Fn::Sub": "service/${Cluster}/${WebService.Name}" },
    });
    expect(types(all)).toEqual(["WebScalableTarget", "WebScalingCpu", "WebScalingMemory", "WebScalingRequests"]);
    expect(all["WebScalingRequests"]).toMatchObject({
      DependsOn: ["EdgeHttpListener"],
      Properties: {
        TargetTrackingScalingPolicyConfiguration: {
          TargetValue: 500,
          PredefinedMetricSpecification: {
            PredefinedMetricType: "ALBRequestCountPerTarget",
            ResourceLabel: {
              "Fn::Sub": "${EdgeLoadBalancer.LoadBalancerFullName}/${EdgeToWebPort8080.TargetGroupFullName}",
            },
          },
        },
      },
    });
  });

  it("between limits without a measure goes by the processor", () => {
    const all = made(worker("jobs", { scale: { min: 1, max: 4 } }));
    expect(types(all)).toEqual(["JobsScalableTarget", "JobsScalingCpu"]);
  });

  it("never goes down to nothing, from where no measure leads back", () => {
    const all = made(worker("jobs", { scale: { min: 0, max: 4, cpu: 50 } }));
    expect(properties(all, "JobsScalableTarget")["MinCapacity"]).toBe(1);
    expect(properties(made(worker("jobs", { scale: { min: 0, max: 0 } })), "JobsService")["DesiredCount"]).toBe(0);
  });
});

describe("preDeploy", () => {
  const preDeploy = ["bin/rails", "db:migrate"];
  const all = made(
    web("web", { preDeploy, connections: [{ to: "db", prefix: "DB" }], volumes: [{ name: "data", path: "/data" }] }),
    database("db", { extensions: ["vector"] }),
    worker("jobs", { connections: [{ to: "db", prefix: "DB" }] }),
  );

  it("runs each new revision of the component's own task definition, in its place in the network", () => {
    expect(properties(all, "WebPreDeploy")).toMatchObject({
      ServiceToken: { "Fn::GetAtt": ["TaskRunner", "Arn"] },
      TaskDefinition: { Ref: "WebTaskDefinition" },
      Container: "web",
      Command: preDeploy,
      SecurityGroups: [{ Ref: "WebSecurityGroup" }],
    });
  });

  it("comes before the service, and after all that the task needs", () => {
    expect(all["WebService"]?.DependsOn).toContain("WebPreDeploy");
    expect(all["WebPreDeploy"]?.DependsOn).toEqual(
      expect.arrayContaining(["DbExtensions", "DbFromWebPort5432", "PrivateDefaultRoute1", "WebMountTargetZone1"]),
    );
  });

  it("is run by a function that may run these task definitions only", () => {
    const role = JSON.stringify(properties(all, "TaskRunnerRole"));
    expect(role.match(/task-definition\/[^"]+/g)).toEqual([
      "task-definition/${AWS::StackName}-web:*",
      "task-definition/${AWS::StackName}-db_extensions:*",
    ]);
    expect(role).toContain('"iam:PassedToService":"ecs-tasks.amazonaws.com"');
    expect(role).not.toContain('"Resource":["*"]');
  });

  it("needs no function where nothing has to run", () => {
    expect(Object.keys(made(web("web")))).not.toContain("TaskRunner");
  });
});

describe("extensions", () => {
  const all = made(
    database("db", { version: "16", extensions: ["vector", "citext"] }),
    web("web", { connections: [{ to: "db", prefix: "DB" }] }),
    cron("night", { env: [{ name: "H", value: [{ component: "db", attribute: "host", urlencode: false }] }] }),
    worker("other"),
  );

  it("are created by the client of the same version, over TLS, with the password from its secret", () => {
    expect(properties(all, "DbExtensionsTask")["ContainerDefinitions"]).toMatchObject([
      {
        Image: "public.ecr.aws/docker/library/postgres:16-alpine",
        Command: [
          "psql",
          "--set=ON_ERROR_STOP=1",
          '--command=CREATE EXTENSION IF NOT EXISTS "citext" CASCADE',
          '--command=CREATE EXTENSION IF NOT EXISTS "vector" CASCADE',
        ],
        Environment: expect.arrayContaining([{ Name: "PGSSLMODE", Value: "require" }]),
        Secrets: [{ Name: "PGPASSWORD", ValueFrom: { "Fn::Sub": "${DbMasterPassword}:password::" } }],
      },
    ]);
  });

  it("are there before anything that uses the database starts", () => {
    expect(all["WebService"]?.DependsOn).toContain("DbExtensions");
    expect(all["NightSchedule"]?.DependsOn).toContain("DbExtensions");
    expect(all["OtherService"]?.DependsOn).not.toContain("DbExtensions");
  });

  it("come from the public registry even where containers have no way out", () => {
    const components = [database("db", { extensions: ["vector"] })];
    const { Resources } = synthesize(app(components, { network: network({ egress: "endpoints" }) })).template;
    expect(properties(Resources, "DbExtensions")).toMatchObject({
      AssignPublicIp: "ENABLED",
      Subnets: [{ Ref: "PublicSubnet1" }, { Ref: "PublicSubnet2" }],
    });
  });
});

describe("a cron job", () => {
  const job = (rest = {}) => made(cron("night", rest), redis("cache"));

  it("starts the task in its time zone, and tries again as often as it says", () => {
    expect(
      properties(job({ schedule: "30 4 * * 1", timezone: "Asia/Tokyo", retries: 5 }), "NightSchedule"),
    ).toMatchObject({
      ScheduleExpression: "cron(30 4 ? * 2 *)",
      ScheduleExpressionTimezone: "Asia/Tokyo",
      Target: {
        RetryPolicy: { MaximumRetryAttempts: 5 },
        EcsParameters: { TaskDefinitionArn: { Ref: "NightTaskDefinition" }, LaunchType: "FARGATE" },
      },
    });
  });

  it("with a date and a weekday has two schedules, and runs once when both are now", () => {
    const all = job({ schedule: "0 0 13 * 5" });
    const targets = ["NightSchedule", "NightScheduleByWeekday"].map(
      (id) => properties(all, id)["Target"] as { Input: { "Fn::Sub": string } },
    );
    const [input, other] = targets.map((target) => JSON.parse(target.Input["Fn::Sub"]) as Record<string, unknown>);
    expect(input?.["ClientToken"]).toBe("<aws.scheduler.scheduled-time>");
    expect(other).toEqual(input);
  });

  it("may be started by the scheduler, and nothing else may", () => {
    const role = JSON.stringify(properties(job(), "NightScheduleRole"));
    expect(role).toContain("task-definition/${AWS::StackName}-night:*");
    expect(role).toContain("scheduler.amazonaws.com");
  });

  it("has no service", () => {
    expect(job()["NightService"]).toBeUndefined();
  });
});
