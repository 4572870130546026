import type { App } from "../manifest/app";
import type { Path } from "../manifest/problem";

/** A platform that an application can be turned into input for. Pure: the same app gives the same bytes. */
export interface Target<Output> {
  readonly id: string;
  readonly label: string;
  synthesize(app: App): Output;
}

/** Which part of the manifest something was made from. `component` is absent for what all share, such as the network. */
export interface Origin {
  readonly component?: string;
  /** Where it stands in the text, as `App.source` gives it. */
  readonly path: Path;
}
