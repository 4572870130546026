/**
 * What the editor loads only when somebody deploys: the engine, the cloud's SDK and the Sandbox are large. This file
 * composes them and has nothing of its own.
 */

import { loadSpecification } from "../sandbox/loadSpecification";
import { readText } from "../sandbox/template/readText";
import type { Synthesis } from "../targets/aws/synthesis";
import { synthesizeChecked } from "../targets/aws/synthesizeChecked";

export { startSandbox } from "../sandbox/sandbox";
export { eject } from "../targets/aws/eject/eject";
export { stackName } from "../targets/aws/stackName";
export * from "./engine";
export { orphansOf } from "./journal/orphans";
export * from "./operate/all";
export { readResources } from "./readResources";
export { journalDirectory, sandboxDirectory, sandboxSpeed } from "./sandboxDirectory";
export { message, summarise, whereOf } from "./say";
export { startTracking, track } from "./track";

/** As `synthesizeChecked`, with the Sandbox's reader and copy of the specification. */
export const synthesize = (app: Parameters<typeof synthesizeChecked>[0]): Synthesis =>
  synthesizeChecked(app, { readTemplate: readText, specification: loadSpecification });
