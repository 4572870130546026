import type { Context } from "./context";
import type { Place } from "./draft";
import type { Image } from "./image";
import { attribute, ref, sub } from "./intrinsic";
import type { SecretReference } from "./secretReference";
import type { Properties, Value } from "./template";

/** One statement of a policy. */
export function allowStatement(actions: readonly string[], resources: readonly Value[], condition?: Properties): Value {
  return { Effect: "Allow", Action: actions, Resource: resources, ...(condition && { Condition: condition }) };
}

/** A role that a service of AWS takes on, in this account only. */
export function addRole(
  { draft }: Pick<Context, "draft">,
  place: Place,
  id: string,
  service: string,
  description: string,
  statements: readonly Value[],
): string {
  // Lambda does not say on whose behalf it takes on a role.
  const account = service !== "lambda.amazonaws.com" && {
    Condition: { StringEquals: { "aws:SourceAccount": ref("AWS::AccountId") } },
  };
  return draft.add(place, id, "AWS::IAM::Role", {
    Description: description,
    AssumeRolePolicyDocument: {
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Principal: { Service: service }, Action: "sts:AssumeRole", ...account }],
    },
    ...(statements.length > 0 && {
      Policies: [{ PolicyName: "access", PolicyDocument: { Version: "2012-10-17", Statement: statements } }],
    }),
  });
}

interface Start {
  readonly image: Image;
  readonly logGroup: string;
  readonly reads: readonly SecretReference[];
}

/** The role with which ECS starts a task: it writes this log group, reads these secrets and fetches this image. */
export function addExecutionRole(context: Pick<Context, "draft">, place: Place, id: string, start: Start): string {
  const secrets = (["secretsmanager:GetSecretValue", "ssm:GetParameters"] as const).flatMap((action) => {
    const resources = distinct(start.reads.filter((read) => read.action === action).flatMap((read) => read.resources));
    return resources.length > 0 ? [allowStatement([action], resources)] : [];
  });
  return addRole(context, place, id, "ecs-tasks.amazonaws.com", `Starts the tasks of ${place.component ?? "tools"}`, [
    allowStatement(["logs:CreateLogStream", "logs:PutLogEvents"], [attribute(start.logGroup, "Arn")]),
    ...secrets,
    ...imageStatements(start.image),
  ]);
}

/** A private repository in ECR needs leave to pull; public registries need none. */
function imageStatements(image: Image): Value[] {
  const repository = typeof image === "string" ? privateRepository(image) : ownRepository(image.repository);
  if (repository === undefined) return [];
  const actions = ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"];
  return [
    // Asking for a token cannot be limited to a repository.
    allowStatement(["ecr:GetAuthorizationToken"], ["*"]),
    allowStatement(actions, [sub(repository)]),
  ];
}

const ownRepository = (name: string): string =>
  `arn:\${AWS::Partition}:ecr:\${AWS::Region}:\${AWS::AccountId}:repository/${name}`;

function privateRepository(image: string): string | undefined {
  const [, account, region, name] =
    /^([0-9]{12})\.dkr\.ecr\.([a-z0-9-]+)\.amazonaws\.com(?:\.cn)?\/([^:@]+)/.exec(image) ?? [];
  return account && `arn:\${AWS::Partition}:ecr:${region}:${account}:repository/${name}`;
}

function distinct(values: readonly Value[]): Value[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}
