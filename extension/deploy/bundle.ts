/**
 * What the editor loads only when somebody deploys: the engine, the cloud's SDK and the Sandbox are large. This file
 * composes them and has nothing of its own.
 */

export { startSandbox } from "../sandbox/sandbox";
export { stackName } from "../targets/aws/stackName";
export { synthesize } from "../targets/aws/synthesize";
export * from "./engine";
export { sandboxDirectory, sandboxSpeed } from "./sandboxDirectory";
export { summarise, whereOf } from "./say";
export { startTracking, track } from "./track";
