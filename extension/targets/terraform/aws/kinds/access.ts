import type { Properties, Value } from "../../../aws/template";
import { code, json, resource, text } from "../../hcl";
import { elsewhere, isObject, type Kinds, list, type Source, type Turn } from "../source";
import { tags } from "../tags";

const topic = "access.tf";

/** A policy stands as JSON in Terraform. */
export const policyAs =
  (attribute: string): Turn =>
  (value, source) => ({ [attribute]: json(source.read(value)) });

const policiesOf = (source: Source): readonly Properties[] =>
  list(source.properties["Policies"] ?? []).filter((each: Value): each is Properties => isObject(each));

/** A role whose policies are resources of their own; what uses the role waits for them. */
export const hasPolicies = (source: Source): boolean => policiesOf(source).length > 0;

/** Who may do what. */
export const accessKinds: Kinds = {
  "AWS::IAM::Role": {
    topic,
    type: "aws_iam_role",
    ref: "name",
    attributes: { Arn: "arn" },
    fields: {
      AssumeRolePolicyDocument: policyAs("assume_role_policy"),
      Description: "description",
      Policies: elsewhere,
      Tags: tags,
    },
    also: (source) => ({ name_prefix: `${source.named(37)}-` }),
    beside: (source) =>
      policiesOf(source).map((policy, index) =>
        resource("aws_iam_role_policy", index === 0 ? source.name : `${source.name}_${index + 1}`, {
          name: source.read(policy["PolicyName"] ?? "access"),
          role: source.own("aws_iam_role", "name"),
          policy: json(source.read(policy["PolicyDocument"] ?? {})),
        }),
      ),
  },
  "AWS::Logs::LogGroup": {
    topic: "logs.tf",
    type: "aws_cloudwatch_log_group",
    ref: "name",
    // CloudFormation's ends with what stands for all streams in it.
    attributes: { Arn: (name) => text([code(`aws_cloudwatch_log_group.${name}.arn`), ":*"]) },
    fields: { RetentionInDays: "retention_in_days", Tags: tags },
    also: (source) => ({ name_prefix: `${source.named(90)}-`, skip_destroy: source.kept ? true : undefined }),
  },
};
