/** The engine, the Sandbox and the AWS SDK: half a second to load, so only once somebody deploys. */
export type Engine = typeof import("../../deploy/bundle");

let engine: Promise<Engine> | undefined;

export function loadEngine(): Promise<Engine> {
  engine ??= import("../../deploy/bundle");
  return engine;
}
