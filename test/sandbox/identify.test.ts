import { describe, expect, test } from "vitest";
import { loadSpecification } from "../../extension/sandbox/loadSpecification";
import { duration } from "../../extension/sandbox/simulate/durations";
import { identify } from "../../extension/sandbox/simulate/identify";
import type { Subject } from "../../extension/sandbox/simulate/subject";

const specification = loadSpecification();

function made(type: string, properties: Subject["properties"] = {}, seed = "one") {
  const subject = {
    type,
    logicalId: "Thing",
    stackName: "shop-production",
    region: "eu-west-1",
    account: "000000000000",
    properties,
    seed,
  };
  return identify(subject, specification.type(type));
}

describe("what resources are called", () => {
  test.each<[string, Subject["properties"], RegExp]>([
    ["AWS::EC2::VPC", {}, /^vpc-[0-9a-f]{17}$/],
    ["AWS::EC2::SecurityGroup", {}, /^sg-[0-9a-f]{17}$/],
    ["AWS::EC2::EIP", {}, /^203\.0\.113\.\d+$/],
    ["AWS::ECS::Cluster", {}, /^shop-production-Thing-[A-Z0-9]{12}$/],
    [
      "AWS::ECS::Service",
      { Cluster: "main" },
      /^arn:aws:ecs:eu-west-1:000000000000:service\/main\/shop-production-Thing-[A-Z0-9]{12}$/,
    ],
    ["AWS::ECS::TaskDefinition", { Family: "web" }, /^arn:aws:ecs:eu-west-1:000000000000:task-definition\/web:\d+$/],
    [
      "AWS::ElasticLoadBalancingV2::LoadBalancer",
      {},
      /^arn:aws:elasticloadbalancing:eu-west-1:000000000000:loadbalancer\/app\/[\w-]{1,32}\/[0-9a-f]{16}$/,
    ],
    [
      "AWS::ElasticLoadBalancingV2::Listener",
      { LoadBalancerArn: "arn:x:loadbalancer/app/a/1" },
      /^arn:x:listener\/app\/a\/1\/[0-9a-f]{16}$/,
    ],
    ["AWS::RDS::DBInstance", {}, /^shop-production-thing-[a-z0-9]{12}$/],
    [
      "AWS::SecretsManager::Secret",
      { Name: "db" },
      /^arn:aws:secretsmanager:eu-west-1:000000000000:secret:db-[A-Z0-9]{6}$/,
    ],
    ["AWS::S3::Bucket", {}, /^[a-z0-9-]{3,63}$/],
    ["AWS::SQS::Queue", { QueueName: "jobs" }, /^https:\/\/sqs\.eu-west-1\.amazonaws\.com\/000000000000\/jobs$/],
    ["AWS::Lambda::Function", {}, /^shop-production-Thing-[A-Z0-9]{12}$/],
    ["AWS::SNS::Topic", {}, /^arn:aws:sns:eu-west-1:000000000000:/],
    ["Custom::Anything", {}, /^[0-9a-f]{8}-[0-9a-f]{4}-4/],
  ])("%s", (type, properties, pattern) => {
    expect(made(type, properties).physicalId).toMatch(pattern);
  });

  test("two of a kind differ, and one keeps its name", () => {
    expect(made("AWS::EC2::VPC", {}, "two").physicalId).not.toBe(made("AWS::EC2::VPC").physicalId);
    expect(made("AWS::EC2::VPC").physicalId).toBe(made("AWS::EC2::VPC").physicalId);
  });

  test("a long stack name is shortened, so that names stay within their limits", () => {
    const subject = {
      type: "",
      logicalId: "T".repeat(200),
      stackName: "s".repeat(128),
      region: "us-east-1",
      account: "0",
      properties: {},
      seed: "x",
    };
    const type = "AWS::ElasticLoadBalancingV2::TargetGroup";
    const { attributes } = identify({ ...subject, type }, specification.type(type));
    expect(String(attributes["TargetGroupName"]).length).toBeLessThanOrEqual(32);
  });
});

describe("attributes", () => {
  test.each<[string, Subject["properties"], string, RegExp]>([
    ["AWS::ElasticLoadBalancingV2::LoadBalancer", {}, "DNSName", /^[\w-]+-\d{10}\.eu-west-1\.elb\.amazonaws\.com$/],
    ["AWS::RDS::DBInstance", { Engine: "postgres" }, "Endpoint.Port", /^5432$/],
    ["AWS::RDS::DBInstance", { Engine: "mysql" }, "Endpoint.Port", /^3306$/],
    ["AWS::RDS::DBInstance", { Port: 6000 }, "Endpoint.Port", /^6000$/],
    [
      "AWS::RDS::DBInstance",
      {},
      "Endpoint.Address",
      /^shop-production-thing-\w+\.c[0-9a-f]{11}\.eu-west-1\.rds\.amazonaws\.com$/,
    ],
    ["AWS::ElastiCache::ReplicationGroup", {}, "PrimaryEndPoint.Address", /^master\..+\.cache\.amazonaws\.com$/],
    ["AWS::IAM::Role", {}, "Arn", /^arn:aws:iam::000000000000:role\/shop-production-Thing-/],
    [
      "AWS::Logs::LogGroup",
      { LogGroupName: "/web" },
      "Arn",
      /^arn:aws:logs:eu-west-1:000000000000:log-group:\/web:\*$/,
    ],
    ["AWS::Lambda::Function", {}, "Arn", /^arn:aws:lambda:eu-west-1:000000000000:function\//],
  ])("%s %j %s", (type, properties, name, pattern) => {
    expect(String(made(type, properties).attributes[name])).toMatch(pattern);
  });

  test("every published type has an identity, and a value for each of its attributes", () => {
    const types = [
      "AWS::ECS::Service",
      "AWS::Amplify::App",
      "AWS::Bedrock::Agent",
      "AWS::DynamoDB::Table",
      "AWS::WAFv2::WebACL",
      "AWS::EKS::Cluster",
    ];
    for (const type of types) {
      const { physicalId, attributes } = made(type);
      expect(physicalId).not.toBe("");
      expect(Object.keys(attributes)).toEqual(
        expect.arrayContaining([...(specification.type(type)?.attributes ?? [])]),
      );
      expect(Object.values(attributes)).not.toContain(undefined);
    }
  });
});

test("databases and caches take the longest, and deleting takes less than creating", () => {
  const slow = ["AWS::RDS::DBInstance", "AWS::ElastiCache::ReplicationGroup"].map((type) => duration(type, "create"));
  const others = ["AWS::ECS::Service", "AWS::EC2::NatGateway", "AWS::SQS::Queue"].map((type) =>
    duration(type, "create"),
  );
  expect(Math.min(...slow)).toBeGreaterThan(Math.max(...others));
  expect(duration("AWS::RDS::DBInstance", "delete")).toBeLessThan(duration("AWS::RDS::DBInstance", "create"));
});
