import type { App } from "../../manifest/app";
import { repositoryOf } from "../../targets/aws/image";
import { stackName } from "../../targets/aws/stackName";
import type { Template } from "../../targets/aws/template";

export interface PipelineOptions {
  /** `owner/name` on GitHub. */
  readonly repository: string;
  readonly branch: string;
}

type Statement = { readonly [key: string]: unknown };

const issuer = "token.actions.githubusercontent.com";

/** What a type's service is called in IAM, where it is not the type's own second word in lower case. */
const services: Readonly<Record<string, string>> = {
  ApplicationAutoScaling: "application-autoscaling",
  CertificateManager: "acm",
  EFS: "elasticfilesystem",
  ElasticLoadBalancingV2: "elasticloadbalancing",
  SecretsManager: "secretsmanager",
  ServiceDiscovery: "servicediscovery",
};

/**
 * Two roles that GitHub's workflows of one repository can take on, without a key that is kept anywhere: one that only
 * plans, for pull requests, and one that deploys, for the environment alone. What the second may do follows from the
 * types of resources that the application has.
 */
export function roleTemplate(app: App, template: Template, { repository }: PipelineOptions): string {
  const stack = stackName(app);
  const arn = (service: string, rest: string) => ({
    "Fn::Sub": `arn:\${AWS::Partition}:${service}:\${AWS::Region}:\${AWS::AccountId}:${rest}`,
  });
  const stacks = [stack, `${stack}-images`, "stackwright-templates"].map((name) =>
    arn("cloudformation", `stack/${name}/*`),
  );
  const roles = { "Fn::Sub": `arn:\${AWS::Partition}:iam::\${AWS::AccountId}:role/${stack}-*` };
  const linked = { "Fn::Sub": "arn:${AWS::Partition}:iam::${AWS::AccountId}:role/aws-service-role/*" };
  const reading: readonly Statement[] = [
    allow(
      [
        "cloudformation:CreateChangeSet",
        "cloudformation:DeleteChangeSet",
        "cloudformation:Describe*",
        "cloudformation:GetTemplate*",
        "cloudformation:ListChangeSets",
        "cloudformation:ListStackResources",
      ],
      stacks,
    ),
    // None of these can be limited to a resource.
    allow(["cloudformation:ValidateTemplate", "ecr:GetAuthorizationToken"], ["*"]),
  ];
  const deploying: readonly Statement[] = [
    allow(["cloudformation:*"], stacks),
    {
      ...allow(serviceActions(template), ["*"]),
      // Route 53 has no region, and is asked for in us-east-1.
      Condition: { StringEquals: { "aws:RequestedRegion": [{ Ref: "AWS::Region" }, "us-east-1"] } },
    },
    allow(["ecr:*"], [arn("ecr", `repository/${repositoryOf(app)}`)]),
    allow(["s3:*"], [...buckets(`${stack}-*`), ...buckets("stackwright-templates-*")]),
    allow(
      ["CreateRole", "DeleteRole", "GetRole", "UpdateRole", "TagRole", "UntagRole", "*RolePolicy", "PassRole"].map(
        (action) => `iam:${action}`,
      ),
      [roles],
    ),
    allow(["iam:CreateServiceLinkedRole"], [linked]),
  ];
  return `${JSON.stringify(
    {
      AWSTemplateFormatVersion: "2010-09-09",
      Description: `What the workflows of ${repository} may do for ${stack}. Deploy it once, by hand.`,
      Parameters: {
        ProviderArn: {
          Type: "String",
          Default: "",
          Description: `The identity provider of ${issuer} in this account, if there is one: an account can have it once.`,
        },
      },
      Conditions: { MakesProvider: { "Fn::Equals": [{ Ref: "ProviderArn" }, ""] } },
      Resources: {
        Provider: {
          Type: "AWS::IAM::OIDCProvider",
          Condition: "MakesProvider",
          DeletionPolicy: "Retain",
          UpdateReplacePolicy: "Retain",
          Properties: { Url: `https://${issuer}`, ClientIdList: ["sts.amazonaws.com"] },
        },
        PlanRole: role(`${repository}:pull_request`, "Plans for pull requests", reading),
        DeployRole: role(`${repository}:environment:${app.environment}`, "Deploys", [...reading, ...deploying]),
      },
      Outputs: {
        PlanRoleArn: { Description: "AWS_PLAN_ROLE", Value: { "Fn::GetAtt": ["PlanRole", "Arn"] } },
        DeployRoleArn: { Description: "AWS_DEPLOY_ROLE", Value: { "Fn::GetAtt": ["DeployRole", "Arn"] } },
      },
    },
    null,
    2,
  )}\n`;
}

const allow = (actions: readonly string[], resources: readonly unknown[]): Statement => ({
  Effect: "Allow",
  Action: actions,
  Resource: resources,
});

/** What is limited by name. */
const apart: ReadonlySet<string> = new Set(["IAM", "CloudFormation", "S3", "ECR"]);

const buckets = (name: string) =>
  [name, `${name}/*`].map((path) => ({ "Fn::Sub": `arn:\${AWS::Partition}:s3:::${path}` }));

/** All that the services of the application's resources can do. */
function serviceActions(template: Template): readonly string[] {
  const names = Object.values(template.Resources).flatMap(({ Type }) => {
    const [vendor, service = ""] = Type.split("::");
    if (vendor !== "AWS" || apart.has(service)) return [];
    return [services[service] ?? service.toLowerCase()];
  });
  return [...new Set(names)].sort().map((name) => `${name}:*`);
}

/** The subject names the repository and what the workflow runs for, so that no fork and no branch can take it on. */
function role(subject: string, description: string, statements: readonly Statement[]) {
  const provider = { "Fn::If": ["MakesProvider", { Ref: "Provider" }, { Ref: "ProviderArn" }] };
  return {
    Type: "AWS::IAM::Role",
    Properties: {
      Description: description,
      MaxSessionDuration: 7200,
      AssumeRolePolicyDocument: {
        Version: "2012-10-17",
        Statement: [
          {
            Effect: "Allow",
            Principal: { Federated: provider },
            Action: "sts:AssumeRoleWithWebIdentity",
            Condition: {
              StringEquals: { [`${issuer}:aud`]: "sts.amazonaws.com", [`${issuer}:sub`]: `repo:${subject}` },
            },
          },
        ],
      },
      Policies: [{ PolicyName: "pipeline", PolicyDocument: { Version: "2012-10-17", Statement: statements } }],
    },
  };
}
