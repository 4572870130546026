/**
 * AWS's resource specification, compact. A property is a type followed by flags. Types: `s` string, `i` integer, `n`
 * number, `b` boolean, `j` JSON, `t` tag, `[T` list of T, `{T` map of T, `#12;` definition 12, `(T|U)` either. Flags:
 * `!` required, `=` a change replaces the resource, `?` a change may replace it.
 */
export interface SpecificationData {
  /** Of `@aws-cdk/aws-service-spec`. */
  readonly version: string;
  readonly types: Readonly<Record<string, TypeData>>;
  readonly definitions: readonly Readonly<Record<string, string>>[];
}

export interface TypeData {
  /** Properties. */
  readonly p: Readonly<Record<string, string>>;
  /** Attributes for `Fn::GetAtt`. */
  readonly a: readonly string[];
  /** The property that holds the tags. */
  readonly t?: string;
  /** What `Ref` gives, or the primary identifier. */
  readonly i?: readonly string[];
  /** Paths below properties that replace the resource as well, such as `Tags.Key`. */
  readonly r?: readonly string[];
}
