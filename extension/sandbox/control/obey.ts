import type { Service } from "../service";
import { isMap } from "../state/json";
import { controlsOf } from "./controls";
import { faultKinds, isFault } from "./fault";

export interface Obeyed {
  readonly status: 200 | 400;
  readonly reply: { readonly error?: string; readonly now?: string };
}

const HELP =
  'Say one of { "begin": { "kind": "throttled", … } }, { "end": "throttled" }, { "end": true }, { "advance": seconds }, { "drift": { "stack": name, "resource": logicalId, "actual": { … } } } and { "vanish": stackName }.';

/** Does what the body of a request to the control path says. */
export function obey(service: Service, body: string): Obeyed {
  const order = read(body);
  const controls = controlsOf(service);
  const { begin, end, advance, drift, vanish } = order;
  const kind = faultKinds.find((candidate) => candidate === end);
  if (isFault(begin)) {
    controls.begin(begin);
  } else if (end === true || kind) {
    controls.end(kind);
  } else if (typeof advance === "number" && Number.isFinite(advance) && advance >= 0) {
    controls.advance(advance);
  } else if (isMap(drift)) {
    const { stack, resource, actual } = drift;
    const isActual = isMap(actual) || actual === "deleted";
    if (!isActual || !controls.drift(String(stack), String(resource), actual)) {
      return { status: 400, reply: { error: `There is no resource ${resource} in a stack ${stack}.` } };
    }
  } else if (typeof vanish === "string") {
    if (!controls.vanish(vanish)) {
      return { status: 400, reply: { error: `There is no stack ${vanish}.` } };
    }
  } else {
    return { status: 400, reply: { error: HELP } };
  }
  return { status: 200, reply: { now: new Date(service.now()).toISOString() } };
}

function read(body: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(body);
    return isMap(value) ? value : {};
  } catch {
    return {};
  }
}
