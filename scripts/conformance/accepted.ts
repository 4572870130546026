/** A finding that we live with, and why. The list is held to what is found: nothing more, nothing less. */
export interface Accepted {
  readonly checker: "Checkov" | "cdk-nag";
  readonly rule: string;
  /** The resource types on which it is accepted. */
  readonly types: readonly string[];
  /** Only where the manifest, or its silence in an environment that is not protected, says so. */
  readonly when?: When;
  readonly reason: string;
}

/** A field of the model that has one of these values; `component.` is the component that the resource belongs to. */
export interface When {
  readonly field: string;
  readonly is: readonly unknown[];
  /** For people: ends the sentence "Only ...". */
  readonly says: string;
}
