import { arn, generatedName, hex, property, uuid } from "../subject";
import { type Identify, named } from "./identity";

const service: Identify = (subject) => {
  const cluster = (property(subject, "Cluster") ?? "default").split("/").at(-1) ?? "default";
  const name = property(subject, "ServiceName") ?? generatedName(subject);
  const physicalId = arn(subject, "ecs", `service/${cluster}/${name}`);
  return { physicalId, attributes: { Name: name, ServiceArn: physicalId } };
};

const taskDefinition: Identify = (subject) => {
  const family = property(subject, "Family") ?? generatedName(subject).replace(/-/g, "");
  const physicalId = arn(
    subject,
    "ecs",
    `task-definition/${family}:${(Number.parseInt(hex(subject, 4), 16) % 97) + 1}`,
  );
  return { physicalId, attributes: { TaskDefinitionArn: physicalId } };
};

const scalableTarget: Identify = (subject) => {
  const [resource, dimension, namespace] = ["ResourceId", "ScalableDimension", "ServiceNamespace"].map(
    (name) => property(subject, name) ?? "",
  );
  const physicalId = `${resource}|${dimension}|${namespace}`;
  return { physicalId, attributes: { Id: physicalId } };
};

const scalingPolicy: Identify = (subject) => {
  const name = property(subject, "PolicyName") ?? subject.logicalId;
  const physicalId = arn(subject, "autoscaling", `scalingPolicy:${uuid(subject)}:policyName/${name}`);
  return { physicalId, attributes: { Arn: physicalId } };
};

const schedule = named("Name", 64, (subject, name) => ({
  Arn: arn(subject, "scheduler", `schedule/${property(subject, "GroupName") ?? "default"}/${name}`),
}));

const queue: Identify = (subject) => {
  const name = property(subject, "QueueName") ?? generatedName(subject, 80);
  const physicalId = `https://sqs.${subject.region}.amazonaws.com/${subject.account}/${name}`;
  return { physicalId, attributes: { Arn: arn(subject, "sqs", name), QueueName: name, QueueUrl: physicalId } };
};

/** Images, services, tasks, scaling, schedules, queues and logs. */
export const compute: readonly (readonly [string, Identify])[] = [
  ["AWS::ApplicationAutoScaling::ScalableTarget", scalableTarget],
  ["AWS::ApplicationAutoScaling::ScalingPolicy", scalingPolicy],
  [
    "AWS::ECR::Repository",
    named(
      "RepositoryName",
      256,
      (subject, name) => ({
        Arn: arn(subject, "ecr", `repository/${name}`),
        RepositoryUri: `${subject.account}.dkr.ecr.${subject.region}.amazonaws.com/${name}`,
      }),
      true,
    ),
  ],
  [
    "AWS::ECS::Cluster",
    named("ClusterName", 255, (subject, name) => ({ Arn: arn(subject, "ecs", `cluster/${name}`) })),
  ],
  ["AWS::ECS::Service", service],
  ["AWS::ECS::TaskDefinition", taskDefinition],
  [
    "AWS::Logs::LogGroup",
    named("LogGroupName", 512, (subject, name) => ({ Arn: arn(subject, "logs", `log-group:${name}:*`) })),
  ],
  ["AWS::SQS::Queue", queue],
  ["AWS::Scheduler::Schedule", schedule],
];
