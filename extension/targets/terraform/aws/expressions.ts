import type { Value } from "../../aws/template";
import { type Code, code, type Expression, object, text } from "../hcl";
import { entryOf } from "./source";

/** What stands for a resource, and for an attribute of it. Undefined for one that is in none of the files. */
export interface Addresses {
  readonly ref: (id: string) => Expression | undefined;
  readonly attribute: (id: string, name: string) => Expression | undefined;
  readonly password: (secret: string) => Code | undefined;
}

/** What CloudFormation knows by itself, and where Terraform has it from. */
const pseudo: Readonly<Record<string, { readonly data: string; readonly attribute: string }>> = {
  "AWS::AccountId": { data: "aws_caller_identity", attribute: "account_id" },
  "AWS::Partition": { data: "aws_partition", attribute: "partition" },
  "AWS::Region": { data: "aws_region", attribute: "region" },
  "AWS::URLSuffix": { data: "aws_partition", attribute: "dns_suffix" },
};

const zones = "aws_availability_zones";

/** Turns values of a template into expressions. Remembers the data sources that they need, and what leads nowhere. */
export class Expressions {
  readonly data = new Set<string>();
  readonly missing = new Set<string>();

  constructor(
    readonly stackName: string,
    readonly addresses: Addresses,
  ) {}

  /** @param references takes the ids of the resources that the value refers to */
  read(value: Value, references: Set<string>): Expression {
    if (value === null) return code("null");
    if (typeof value !== "object") return value;
    if (isList(value)) return value.map((each) => this.read(each, references));
    const [only, ...others] = Object.entries(value);
    if (only !== undefined && others.length === 0) {
      const found = this.#function(only[0], only[1], references);
      if (found !== undefined) return found;
    }
    return object(Object.fromEntries(Object.entries(value).map(([key, each]) => [key, this.read(each, references)])));
  }

  /** The pieces of a text: what stands there, and expressions. */
  pieces(value: Value, references: Set<string>): readonly (string | Code)[] {
    const read = this.read(value, references);
    if (typeof read === "object" && "parts" in read) return read.parts;
    if (typeof read === "object" && "code" in read) return [read];
    return [String(read)];
  }

  #function(name: string, argument: Value, references: Set<string>): Expression | undefined {
    if (name === "Ref" && typeof argument === "string") return this.#name(argument, references);
    if (name === "Fn::GetAtt" && isList(argument)) {
      const [id, attribute] = argument;
      return this.#name(`${String(id)}.${String(attribute)}`, references);
    }
    if (name === "Fn::Sub" && typeof argument === "string") return text(joined(this.#sub(argument, references)));
    if (name === "Fn::Join" && isList(argument)) {
      const [between, pieces] = argument;
      if (between === "" && pieces !== undefined && isList(pieces)) {
        return text(joined(pieces.flatMap((each) => this.pieces(each, references))));
      }
    }
    if (name === "Fn::Select" && isList(argument) && JSON.stringify(argument[1]) === '{"Fn::GetAZs":""}') {
      this.data.add(zones);
      return code(`data.${zones}.available.names[${String(argument[0])}]`);
    }
    return undefined;
  }

  /** `Id`, `Id.Attribute` or `AWS::Region`. */
  #name(name: string, references: Set<string>): Expression {
    const known = entryOf(pseudo, name);
    if (known !== undefined) {
      this.data.add(known.data);
      return code(`data.${known.data}.current.${known.attribute}`);
    }
    if (name === "AWS::StackName") return this.stackName;
    const dot = name.indexOf(".");
    const id = dot < 0 ? name : name.slice(0, dot);
    references.add(id);
    const found = dot < 0 ? this.addresses.ref(id) : this.addresses.attribute(id, name.slice(dot + 1));
    if (found === undefined) this.missing.add(name);
    return found ?? code("null");
  }

  #sub(template: string, references: Set<string>): (string | Code)[] {
    const pattern = /\{\{resolve:secretsmanager:\$\{(\w+)\}:SecretString:password\}\}|\$\{(!?)([\w:.]+)\}/g;
    const parts: (string | Code)[] = [];
    let end = 0;
    for (const match of template.matchAll(pattern)) {
      const [whole, secret, literal, name = ""] = match;
      parts.push(template.slice(end, match.index));
      end = match.index + whole.length;
      if (secret !== undefined) parts.push(this.#password(secret, references));
      else if (literal === "!") parts.push(`\${${name}}`);
      else parts.push(...this.pieces(name.includes(".") ? attributeOf(name) : { Ref: name }, references));
    }
    return [...parts, template.slice(end)];
  }

  #password(secret: string, references: Set<string>): Code {
    references.add(secret);
    const found = this.addresses.password(secret);
    if (found === undefined) this.missing.add(secret);
    return found ?? code("null");
  }
}

function attributeOf(name: string): Value {
  const dot = name.indexOf(".");
  return { "Fn::GetAtt": [name.slice(0, dot), name.slice(dot + 1)] };
}

/** Without what is empty, and with neighbouring text in one piece. */
function joined(parts: readonly (string | Code)[]): readonly (string | Code)[] {
  const made: (string | Code)[] = [];
  for (const part of parts) {
    const last = made.at(-1);
    if (part === "") continue;
    if (typeof part === "string" && typeof last === "string") made[made.length - 1] = last + part;
    else made.push(part);
  }
  return made.length > 0 ? made : [""];
}

const isList = (value: Value): value is readonly Value[] => Array.isArray(value);
