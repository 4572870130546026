import { isMap } from "../../state/json";
import { arn, generatedName, letters, property, type Subject, uuid } from "../subject";
import { type Identify, type Identity, named } from "./identity";

const role = named("RoleName", 64, (subject, name) => ({
  Arn: `arn:aws:iam::${subject.account}:role${property(subject, "Path") ?? "/"}${name}`,
  RoleId: `AROA${letters(subject, 17)}`,
}));

const managedPolicy: Identify = (subject) => {
  const physicalId = `arn:aws:iam::${subject.account}:policy${property(subject, "Path") ?? "/"}${property(subject, "ManagedPolicyName") ?? generatedName(subject, 128)}`;
  return { physicalId, attributes: { PolicyArn: physicalId } };
};

const certificate: Identify = (subject) => ({ physicalId: arn(subject, "acm", `certificate/${uuid(subject)}`) });

const secret: Identify = (subject) => {
  const name = property(subject, "Name") ?? generatedName(subject);
  const physicalId = arn(subject, "secretsmanager", `secret:${name}-${letters(subject, 6, "secret")}`);
  return { physicalId, attributes: { Id: physicalId } };
};

function secretAttachment(subject: Subject): Identity {
  const secretId = property(subject, "SecretId") ?? "";
  return { physicalId: secretId, attributes: { Id: secretId } };
}

function custom(subject: Subject): Identity {
  return { physicalId: uuid(subject), attributes: isMap(subject.properties) ? subject.properties : {} };
}

/** Roles, keys, secrets, certificates, names, and custom resources. */
export const security: readonly (readonly [string, Identify])[] = [
  ["AWS::CertificateManager::Certificate", certificate],
  ["AWS::IAM::ManagedPolicy", managedPolicy],
  ["AWS::IAM::Role", role],
  [
    "AWS::KMS::Key",
    (subject) => ({
      physicalId: uuid(subject),
      attributes: { KeyId: uuid(subject), Arn: arn(subject, "kms", `key/${uuid(subject)}`) },
    }),
  ],
  [
    "AWS::Route53::HostedZone",
    (subject) => ({
      physicalId: `Z${letters(subject, 20)}`,
      attributes: { Id: `Z${letters(subject, 20)}`, NameServers: [] },
    }),
  ],
  ["AWS::Route53::RecordSet", (subject) => ({ physicalId: (property(subject, "Name") ?? "").replace(/\.$/, "") })],
  ["AWS::SecretsManager::Secret", secret],
  ["AWS::SecretsManager::SecretTargetAttachment", secretAttachment],
  ["AWS::CloudFormation::CustomResource", custom],
  ["Custom::", custom],
];
