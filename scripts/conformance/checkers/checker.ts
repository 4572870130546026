/** One resource that one rule of one checker is not happy with. */
export interface Finding {
  /** The manifest's name, as in `discourse-production`. */
  readonly manifest: string;
  /** `E3002`, `CKV_AWS_158`, `AwsSolutions-VPC7`. */
  readonly rule: string;
  /** What the checker says about it. */
  readonly message: string;
  /** The resource's logical id, where the finding is about one. */
  readonly resource?: string;
}

export interface Checked {
  readonly findings: readonly Finding[];
  /** What a reader of the result has to know, such as what was left out. */
  readonly notes?: readonly string[];
}

/** Templates in files: the names of the manifests that they were made from, and where each stands. */
export type TemplateFiles = ReadonlyMap<string, string>;

/** A checker that nobody here wrote. It runs in processes of its own, a batch of templates in each. */
export interface Checker {
  readonly name: string;
  /** How many templates a process gets: few processes, and none that makes all others wait at the end. */
  readonly batch: number;
  check(files: TemplateFiles): Promise<Checked>;
}
