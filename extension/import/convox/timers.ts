import { t } from "../../manifest/l10n";
import { commandLine } from "../command";
import type { Service } from "../draft";
import type { Notes } from "../notes";
import { entriesOf, get, textAt, type Value } from "../value";
import { environmentOf, imageOf, sizeOf } from "./service";

export interface Timers {
  readonly jobs: readonly Service[];
  /** Services without tasks, which are there for a timer alone. */
  readonly hosts: ReadonlySet<string>;
}

/** A timer runs a command in a service's image: a cron job. */
export function timersOf(
  timers: Value | undefined,
  services: Value | undefined,
  shared: Value | undefined,
  notes: Notes,
): Timers {
  const hosts = new Set<string>();
  const jobs = entriesOf(timers).flatMap(([name, value]): readonly Service[] => {
    const host = textAt(value, "service") ?? "";
    const service = get(services, host);
    const schedule = scheduleOf(textAt(value, "schedule") ?? "");
    if (service === undefined || schedule === undefined) {
      notes.left(
        value.place,
        name,
        service === undefined ? t`Its service ${host} is not there.` : t`Its schedule is none of five fields.`,
      );
      return [];
    }
    const count = textAt(service, "scale", "count") ?? textAt(service, "scale");
    if (count === "0") hosts.add(host);
    const taken = get(services, name) !== undefined && count !== "0";
    const command = textAt(value, "command") ?? textAt(service, "command");
    const { cpu, memory } = sizeOf(service);
    return [
      {
        name: taken ? `${name}-job` : name,
        place: value.place,
        kind: "cron",
        schedule,
        ...imageOf(service),
        ...environmentOf(name, service, shared, notes),
        ...(cpu === undefined ? {} : { cpu }),
        ...(memory === undefined ? {} : { memory }),
        ...(command === undefined ? {} : { command: commandLine(command) }),
      },
    ];
  });
  return { jobs, hosts };
}

/** Five fields, from those or from AWS's six, of which the last is the year. */
function scheduleOf(text: string): string | undefined {
  const fields = text
    .trim()
    .split(/\s+/)
    .map((field) => (field === "?" ? "*" : field));
  if (fields.length !== 5 && fields.length !== 6) return undefined;
  return fields.slice(0, 5).join(" ");
}
