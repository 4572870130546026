import type { Properties, Resource, Value } from "../../aws/template";
import { type Block, type Body, type Code, code, type Expression } from "../hcl";
import type { Expressions } from "./expressions";

/** A resource of the template on its way to Terraform. */
export class Source {
  /** The ids of the resources that it refers to. */
  readonly references = new Set<string>();
  readonly properties: Properties;

  constructor(
    readonly id: string,
    /** The name of its blocks. */
    readonly name: string,
    readonly resource: Resource,
    readonly expressions: Expressions,
    /** A name for what Terraform makes nobody choose and AWS wants one for: at most so many characters. */
    readonly named: (longest: number, ...more: readonly string[]) => string,
    /** What of the template is in none of the files. */
    readonly lost: (property: string) => void,
  ) {
    this.properties = isObject(resource.Properties) ? resource.Properties : {};
  }

  /** A value of CloudFormation as Terraform has it. */
  read(value: Value): Expression {
    return this.expressions.read(value, this.references);
  }

  /** @returns the value, where the property is there */
  property(name: string): Expression | undefined {
    const value = this.properties[name];
    return value === undefined ? undefined : this.read(value);
  }

  /** Another attribute of its own block. */
  own(type: string, attribute: string): Code {
    return code(`${type}.${this.name}.${attribute}`);
  }

  /** It is to outlive the stack. */
  get kept(): boolean {
    return String(this.resource.DeletionPolicy).startsWith("Retain");
  }
}

/** How a property is carried: under another name, as a block for each value, or in a way of its own. */
export type Field = string | { readonly block: string; readonly fields: Fields } | Turn;
export type Turn = (value: Value, source: Source) => Body;
export type Fields = Readonly<Record<string, Field>>;

/** What a type of CloudFormation becomes. */
export interface Kind {
  /** The file that it stands in. */
  readonly topic: string;
  readonly type: string;
  /** What `Ref` gives: an attribute, or something that is made of the name of its blocks. */
  readonly ref?: Given;
  /** What `Fn::GetAtt` gives, by its name. */
  readonly attributes?: Readonly<Record<string, Given>>;
  readonly fields: Fields;
  /** What Terraform wants said and CloudFormation does not. */
  readonly also?: (source: Source) => Body;
  /** What are resources of their own in Terraform. */
  readonly beside?: (source: Source) => readonly Block[];
}
type Given = string | ((name: string) => Expression);
export type Kinds = Readonly<Record<string, Kind>>;

/** Carried by something else: by `also` or `beside`, or by what Terraform does unasked. */
export const elsewhere: Turn = () => ({});

/** An entry of its own, and not one that every object has. */
export const entryOf = <T>(entries: Readonly<Record<string, T>> | undefined, key: string): T | undefined =>
  entries !== undefined && Object.hasOwn(entries, key) ? entries[key] : undefined;

export const list = (value: Value): readonly Value[] => (Array.isArray(value) ? value : [value]);

/** An override may have put anything in the place of anything, also what no template has. */
export const isObject = (value: unknown): value is Properties =>
  typeof value === "object" && value !== null && !Array.isArray(value);
