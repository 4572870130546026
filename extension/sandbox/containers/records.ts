import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isMap } from "../state/json";

/** A task that somebody has run by itself. Times are milliseconds since 1970. */
export interface OneOffRecord {
  readonly arn: string;
  readonly cluster: string;
  readonly taskDefinition: string;
  readonly startedBy?: string;
  readonly command?: readonly string[];
  readonly at: number;
  readonly exitCode: number;
  stopped?: { readonly at: number; readonly reason: string };
}

/** What was asked of a service beside its stack. */
export interface ServiceRecord {
  /** Until the stack changes the service again. `before`: how many there were. */
  scaled: readonly { readonly at: number; readonly count: number; readonly before: number }[];
  /** When all its tasks were to be replaced. */
  restarted: readonly number[];
  /** Tasks that were stopped one by one. */
  stopped: readonly { readonly task: string; readonly at: number; readonly reason: string }[];
}

interface State {
  readonly services: { [arn: string]: ServiceRecord };
  oneOffs: OneOffRecord[];
}

/** As long as ECS shows a task that has stopped, and a little more for its log. */
const REMEMBERED = 24 * 60 * 60 * 1000;

/** What was done to containers past CloudFormation, in one file that is replaced whole. */
export class ContainerRecords {
  private readonly file: string;
  private readonly state: State;

  constructor(directory: string) {
    this.file = join(directory, "containers.json");
    mkdirSync(directory, { recursive: true });
    this.state = read(this.file);
  }

  get oneOffs(): readonly OneOffRecord[] {
    return this.state.oneOffs;
  }

  of(serviceArn: string): ServiceRecord {
    return this.state.services[serviceArn] ?? { scaled: [], restarted: [], stopped: [] };
  }

  change(serviceArn: string, change: Partial<ServiceRecord>, now: number): void {
    this.state.services[serviceArn] = { ...this.of(serviceArn), ...change };
    this.save(now);
  }

  add(task: OneOffRecord): void {
    this.state.oneOffs.push(task);
    this.save(task.at);
  }

  stop(task: OneOffRecord, at: number, reason: string): void {
    task.stopped = { at, reason };
    this.save(at);
  }

  /** A disk that refuses costs what happened since when the Sandbox ends, and nothing before. */
  private save(now: number): void {
    this.state.oneOffs = this.state.oneOffs.filter(({ at }) => now - at < REMEMBERED);
    const temporary = `${this.file}.${process.pid}.writing`;
    try {
      writeFileSync(temporary, JSON.stringify(this.state), { mode: 0o600 });
      renameSync(temporary, this.file);
    } catch {}
  }
}

/** What cannot be read is begun anew: it says nothing that a stack depends on. */
function read(file: string): State {
  try {
    const value: unknown = JSON.parse(readFileSync(file, "utf8"));
    if (isMap(value) && isMap(value["services"]) && Array.isArray(value["oneOffs"])) {
      return value as unknown as State;
    }
  } catch {}
  return { services: {}, oneOffs: [] };
}
