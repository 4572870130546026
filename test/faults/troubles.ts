import type { ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { breaking, cutting, refusing, type Trouble } from "../deploy/proxy";
import type { Stage } from "./stage";

/** Milliseconds. `npm run faults` takes the minute of the matrix, every other run a moment that is long enough to see. */
export const duration = Number(process.env["STACKWRIGHT_FAULT_SECONDS"] ?? 2) * 1_000;

/** What passes by itself, and what somebody is told of who cannot wait for it. */
export const passing: Readonly<Record<string, { begin(stage: Stage): void; readonly code: RegExp }>> = {
  "network cut": { begin: (stage) => stage.disturb({ trouble: lasting(cutting) }), code: /^(unreachable|timeout)$/ },
  "throttled for a minute": {
    begin: (stage) => stage.disturb({ trouble: lasting(refusing(400, "Throttling", "Rate exceeded")) }),
    code: /^throttled$/,
  },
  "credentials expired": {
    begin: (stage) =>
      stage.disturb({
        trouble: lasting(refusing(403, "ExpiredToken", "The security token included in the request is expired")),
      }),
    code: /^credentials-expired$/,
  },
  "500 without XML": {
    begin: (stage) => stage.disturb({ trouble: lasting(breaking) }),
    code: /^service-unavailable$/,
  },
  slow: { begin: (stage) => stage.disturb({ before: () => sleep(1_000) }), code: /^never$/ },
  "duplicate and out-of-order events": { begin: (stage) => stage.disturb({ rewrite: disorder }), code: /^never$/ },
  "clock wrong": { begin: (stage) => stage.disturb({ rewrite: dayAhead }), code: /^never$/ },
};

/** AWS's own sentence for a call that is not permitted. */
export function denied(action: string): (response: ServerResponse) => void {
  const sentence = `User: arn:aws:iam::000000000000:user/ann is not authorized to perform: cloudformation:${action} on resource: *`;
  return refusing(403, "AccessDenied", sentence);
}

/** For so long from the first call on. */
function lasting(answer: ReturnType<Trouble>): Trouble {
  let begun: number | undefined;
  return () => {
    begun ??= performance.now();
    return performance.now() - begun < duration ? answer : undefined;
  };
}

/** Every event twice, and each pair of neighbours the wrong way round. */
function disorder(action: string, xml: string): string {
  if (action !== "DescribeStackEvents") return xml;
  return xml.replace(/(<StackEvents>)(.*)(<\/StackEvents>)/s, (_, open: string, events: string, close: string) => {
    const members = events.match(/<member>.*?<\/member>/gs) ?? [];
    const swapped = members.map((member, index) => members[index ^ 1] ?? member);
    return `${open}${[...swapped, ...swapped].join("")}${close}`;
  });
}

/** The cloud's clock and this machine's are a day apart. */
function dayAhead(_: string, xml: string): string {
  return xml.replace(/>(\d{4}-\d\d-\d\dT[\d:.]+Z)</g, (_whole, time: string) => {
    return `>${new Date(Date.parse(time) + 24 * 3600_000).toISOString()}<`;
  });
}
