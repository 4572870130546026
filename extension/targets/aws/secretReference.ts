import { ref, sub } from "./intrinsic";
import type { Value } from "./template";

/** How a task takes a value from a secret, and what its execution role must be allowed to read for that. */
export interface SecretReference {
  readonly valueFrom: Value;
  readonly action: "secretsmanager:GetSecretValue" | "ssm:GetParameters";
  readonly resources: readonly Value[];
}

/** A secret of this stack, or one field of it. */
export function ownSecret(id: string, field?: string): SecretReference {
  const valueFrom = field === undefined ? ref(id) : sub(`\${${id}}:${field}::`);
  return { valueFrom, action: "secretsmanager:GetSecretValue", resources: [ref(id)] };
}

/**
 * A secret that exists, by name or ARN. A field of a JSON secret may follow after a colon, as in ECS's own notation:
 * `arn:aws:secretsmanager:eu-west-1:111122223333:secret:smtp-AbCdEf:password::`.
 */
export function existingSecret(from: string): SecretReference {
  if (/^arn:[a-z-]+:ssm:/.test(from)) return { valueFrom: from, action: "ssm:GetParameters", resources: [from] };
  const isArn = from.startsWith("arn:");
  const parts = from.split(":");
  const [name, field] = isArn ? [parts.slice(0, 7).join(":"), parts[7]] : [parts[0] ?? "", parts[1]];
  const base = isArn ? name : `arn:\${AWS::Partition}:secretsmanager:\${AWS::Region}:\${AWS::AccountId}:secret:${name}`;
  const value = (text: string): Value => (isArn ? text : sub(text));
  const rest = isArn ? parts.slice(7) : parts.slice(1);
  const suffix = field === undefined || field === "" ? rest : [field, rest[1] ?? "", rest[2] ?? ""];
  return {
    valueFrom: value([base, ...suffix].join(":")),
    action: "secretsmanager:GetSecretValue",
    // Secrets Manager adds a hyphen and six characters to a name; an ARN may be written with or without them.
    resources: isArn ? [base, `${base}-??????`] : [value(`${base}-??????`)],
  };
}
