import type { Value } from "../../../aws/template";
import { type Code, code, type Expression, json, object, resource, text } from "../../hcl";
import { elsewhere, isObject, type Kinds, type Source } from "../source";
import { tags } from "../tags";

/** The value that was made up for a secret. */
export const passwordOf = (name: string): Code => code(`random_password.${name}.result`);

/** Secrets with their values. A reference leads to the value, so that whoever reads it waits for that. */
export const secretKinds: Kinds = {
  "AWS::SecretsManager::Secret": {
    topic: "secrets.tf",
    type: "aws_secretsmanager_secret",
    ref: (name) => code(`aws_secretsmanager_secret_version.${name}.arn`),
    fields: {
      Description: "description",
      GenerateSecretString: elsewhere,
      SecretString: elsewhere,
      Tags: tags,
    },
    also: (source) => ({ name_prefix: `${source.named(90)}-` }),
    beside: (source) => {
      const generate = source.properties["GenerateSecretString"];
      const password = generate === undefined ? [] : [random(source, generate)];
      return [
        ...password,
        resource("aws_secretsmanager_secret_version", source.name, {
          secret_id: source.own("aws_secretsmanager_secret", "id"),
          secret_string: generate === undefined ? composed(source) : withPassword(source, generate),
        }),
      ];
    },
  },
};

function random(source: Source, generate: Value) {
  const length = isObject(generate) ? generate["PasswordLength"] : undefined;
  return resource("random_password", source.name, { length: typeof length === "number" ? length : 32, special: false });
}

/** The password alone, or the object that the secret is to be, with the password in it. */
function withPassword(source: Source, generate: Value): Expression {
  const template = isObject(generate) ? generate["SecretStringTemplate"] : undefined;
  const key = isObject(generate) ? generate["GenerateStringKey"] : undefined;
  if (typeof template !== "string" || typeof key !== "string") return passwordOf(source.name);
  return json(object({ ...stringsIn(template), [key]: passwordOf(source.name) }));
}

/** The strings of a JSON object; undefined for any other text, which only an override can have put there. */
function stringsIn(written: string): Readonly<Record<string, string>> | undefined {
  try {
    const value: unknown = JSON.parse(written);
    if (!isObject(value)) return undefined;
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, String(each)]));
  } catch {
    return undefined;
  }
}

/** A mark for an expression in the middle of JSON; no manifest can have it. */
const mark = (index: number): string => `\uE000${index}\uE001`;

/** The text of a JSON object with expressions in its strings, as an object of Terraform. */
function composed(source: Source): Expression {
  const pieces = source.expressions.pieces(source.properties["SecretString"] ?? "", source.references);
  const codes: Code[] = [];
  const whole = pieces.map((piece) => (typeof piece === "string" ? piece : mark(codes.push(piece) - 1))).join("");
  const fields = stringsIn(whole);
  if (fields === undefined) return text(pieces);
  const read = (value: string): Expression =>
    text(
      value
        .split(/\uE000(\d+)\uE001/)
        .map((part, index) => (index % 2 === 0 ? part : (codes[Number(part)] ?? "")))
        .filter((part, _, all) => part !== "" || all.length === 1),
    );
  return json(object(Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, read(value)]))));
}
