import { describe, expect, it } from "vitest";
import { widenedAccess } from "../../extension/deploy/access/widenedAccess";
import { parseTemplate, type StackTemplate } from "../../extension/deploy/template";
import { synthesize } from "../../extension/targets/aws/synthesize";
import { appOf, shop } from "./ground";

type Json = Record<string, unknown>;

function template(resources: Readonly<Record<string, readonly [type: string, properties: Json]>>): StackTemplate {
  const entries = Object.entries(resources).map(([id, [Type, Properties]]) => {
    const component = /^[A-Z][a-z]+/.exec(id)?.[0].toLowerCase() ?? "";
    return [id, { Type, Properties, Metadata: { Stackwright: { component, path: `components.${component}` } } }];
  });
  return { Resources: Object.fromEntries(entries) };
}

const group = (...rules: readonly Json[]) => ["AWS::EC2::SecurityGroup", { SecurityGroupIngress: rules }] as const;
const tcp = (CidrIp: string, FromPort: number, ToPort = FromPort) => ({ IpProtocol: "tcp", CidrIp, FromPort, ToPort });
const role = (...statements: readonly Json[]) =>
  ["AWS::IAM::Role", { Policies: [{ PolicyDocument: { Statement: statements } }] }] as const;
const allow = (Action: unknown, Resource: unknown, more: Json = {}) => ({ Effect: "Allow", Action, Resource, ...more });
const texts = (before: StackTemplate, after: StackTemplate) => widenedAccess(before, after).map(({ text }) => text);

describe("access that a plan makes wider, in the network", () => {
  it("is a port that is opened to the internet, with its line in the manifest", () => {
    const before = template({ WebSecurityGroup: group(tcp("10.0.0.0/16", 80)) });
    const after = template({ WebSecurityGroup: group(tcp("10.0.0.0/16", 80), tcp("0.0.0.0/0", 22)) });
    expect(widenedAccess(before, after)).toEqual([
      {
        kind: "network",
        text: "The internet can reach port 22 of web.",
        logicalId: "WebSecurityGroup",
        component: "web",
        path: ["components", "web"],
      },
    ]);
  });

  it("is a range that grows, not one that shrinks", () => {
    const wide = template({ WebSecurityGroup: group(tcp("10.0.0.0/8", 5432)) });
    const narrow = template({ WebSecurityGroup: group(tcp("10.1.0.0/16", 5432)) });
    expect(texts(narrow, wide)).toEqual(["10.0.0.0/8 can reach port 5432 of web."]);
    expect(texts(wide, narrow)).toEqual([]);
  });

  it("is a span of ports that grows", () => {
    const before = template({ WebSecurityGroup: group(tcp("10.0.0.0/8", 80)) });
    const after = template({ WebSecurityGroup: group(tcp("10.0.0.0/8", 80, 90)) });
    expect(texts(before, after)).toEqual(["10.0.0.0/8 can reach ports 80 to 90 of web."]);
  });

  it("is said once for both internets", () => {
    const six = { IpProtocol: "tcp", CidrIpv6: "::/0", FromPort: 443, ToPort: 443 };
    const after = template({ EdgeSecurityGroup: group(tcp("0.0.0.0/0", 443), six) });
    expect(texts({ Resources: {} }, after)).toEqual(["The internet can reach port 443 of edge."]);
  });

  it("is a database that gets an address on the internet", () => {
    const db = (PubliclyAccessible: boolean) =>
      template({ DbInstance: ["AWS::RDS::DBInstance", { PubliclyAccessible }] });
    expect(texts(db(false), db(true))).toEqual(["The internet can find the database of db."]);
    expect(texts(db(true), db(true))).toEqual([]);
  });
});

describe("access that a plan makes wider, by permission", () => {
  it("is an action that a role did not have, and not one that it loses", () => {
    const less = template({ WebTaskRole: role(allow(["s3:GetObject"], "arn:aws:s3:::files/*")) });
    const more = template({ WebTaskRole: role(allow(["s3:GetObject", "s3:PutObject"], "arn:aws:s3:::files/*")) });
    expect(texts(less, more)).toEqual(["The role of web may do s3:PutObject on arn:aws:s3:::files/*."]);
    expect(texts(more, less)).toEqual([]);
  });

  it("is not what a wildcard had allowed already", () => {
    const wide = template({ WebTaskRole: role(allow("s3:*", "*")) });
    const narrow = template({ WebTaskRole: role(allow("s3:GetObject", "arn:aws:s3:::files/a")) });
    expect(texts(wide, narrow)).toEqual([]);
    expect(texts(narrow, wide)).toEqual(["The role of web may do everything of s3 on anything in the account."]);
  });

  it("is a condition that is taken away", () => {
    const bound = { Condition: { StringEquals: { "aws:SourceAccount": "1" } } };
    const before = template({ WebTaskRole: role(allow("sqs:SendMessage", "arn:q", bound)) });
    const after = template({ WebTaskRole: role(allow("sqs:SendMessage", "arn:q")) });
    expect(texts(before, after)).toEqual(["The role of web may do sqs:SendMessage on arn:q."]);
    expect(texts(after, before)).toEqual([]);
  });

  it("is a policy of AWS that allows everything, also for a new role", () => {
    const after = template({
      WebTaskRole: ["AWS::IAM::Role", { ManagedPolicyArns: ["arn:aws:iam::aws:policy/AdministratorAccess"] }],
    });
    expect(texts({ Resources: {} }, after)).toEqual(["The role of web gets AWS's policy AdministratorAccess."]);
  });

  it("is a bucket that anybody may read, before what concerns a role", () => {
    const bucket = (who: unknown) =>
      [
        "AWS::S3::BucketPolicy",
        { PolicyDocument: { Statement: [{ ...allow("s3:GetObject", "*"), Principal: who }] } },
      ] as const;
    const before = template({ FilesPolicy: bucket({ AWS: "1" }), WebTaskRole: role() });
    const after = template({ FilesPolicy: bucket("*"), WebTaskRole: role(allow("s3:ListBucket", "arn:b")) });
    expect(texts(before, after)[0]).toBe("Anybody may do s3:GetObject on the bucket's permissions of files.");
    expect(texts(before, after)).toHaveLength(2);
  });
});

describe("access that generated templates make wider", () => {
  const made = (text: string) => parseTemplate(synthesize(appOf(text)).text);

  it("is nothing for a first deployment that the internet cannot reach", () => {
    expect(texts({ Resources: {} }, made(shop))).toEqual([]);
  });

  it("is nothing for the same application", () => {
    expect(texts(made(shop), made(shop))).toEqual([]);
  });

  it("is a service that is let in to a database which others had for themselves", () => {
    const more = shop.replace(
      "  db:\n",
      "  web:\n    type: worker\n    image: example/web:1\n    connections: [db]\n  db:\n",
    );
    expect(texts(made(shop), made(more))).toContain("web can reach port 5432 of db.");
  });
});
