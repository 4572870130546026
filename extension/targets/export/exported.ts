import type { App } from "../../manifest/app";
import type { Path } from "../../manifest/problem";
import type { Becomes } from "./becomes";
import type { Fates } from "./fates";

/** What the manifest says and the files do not, or not in the same way. */
export interface Note {
  readonly component?: string;
  /** Where it stands in the text, as `App.source` gives it. */
  readonly path: Path;
  /** One or two sentences. */
  readonly text: string;
}

/** A variable that holds a secret, whose value is in none of the files. */
export interface SecretVariable {
  readonly name: string;
  /** What it is, in a few words. */
  readonly about: string;
  /** Letters and digits of a fresh value; absent when only its owner knows the value. */
  readonly length?: number;
}

export interface Exported {
  /** Text by path within the folder. */
  readonly files: ReadonlyMap<string, string>;
  readonly notes: readonly Note[];
  /** What has to be set before it can run; empty where the platform makes its own. */
  readonly variables: readonly SecretVariable[];
  /** The commands that start it, in the folder of the files. */
  readonly next: readonly string[];
}

export interface ExportOptions {
  /** The path from the folder of the files to that of the manifest, with `/`; for what is built. */
  readonly manifestFolder: string;
}

/** A platform beside the cloud that Stackwright deploys to itself. Pure: the same app gives the same bytes. */
export interface ExportTarget {
  readonly id: string;
  readonly label: string;
  readonly becomes: Becomes;
  /** It makes the resources that Stackwright makes on AWS, so they cost the same. */
  readonly costsAsAws?: true;
  /** What becomes of each field of the manifest. */
  readonly fates: Fates;
  write(app: App, options: ExportOptions): Exported;
}
