/** What CloudFormation reads: plain JSON. */
export type Value = string | number | boolean | readonly Value[] | { readonly [key: string]: Value };
export type Properties = { readonly [key: string]: Value };

export type DeletionPolicy = "Delete" | "Retain" | "RetainExceptOnCreate" | "Snapshot";
export type UpdateReplacePolicy = "Delete" | "Retain" | "Snapshot";

export interface Resource {
  readonly Type: string;
  readonly DependsOn?: readonly string[];
  readonly DeletionPolicy?: DeletionPolicy;
  readonly UpdateReplacePolicy?: UpdateReplacePolicy;
  readonly Metadata?: Properties;
  readonly Properties?: Properties;
}

export interface Parameter {
  readonly Type: "String";
  readonly Description: string;
}

export interface Template {
  readonly AWSTemplateFormatVersion: "2010-09-09";
  readonly Description: string;
  readonly Parameters?: Readonly<Record<string, Parameter>>;
  readonly Resources: Readonly<Record<string, Resource>>;
  readonly Outputs: Readonly<Record<string, { readonly Description: string; readonly Value: Value }>>;
}
