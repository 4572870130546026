import type { App } from "../../manifest/app";
import type { Draft } from "./draft";
import type { Network } from "./network/network";
import type { TaskRun } from "./runTask";

/** What everything that is made for a component may need. */
export interface Context {
  readonly app: App;
  readonly draft: Draft;
  readonly network: Network;
  /** The web components that others find by name. */
  readonly discoverable: ReadonlySet<string>;
  /** Tasks that run during the deployment, collected for the function that runs them. */
  readonly runs: TaskRun[];
}
