import type { Fault, FaultKind } from "./fault";

interface Active {
  readonly fault: Fault;
  readonly until: number;
  left: number;
}

/** The faults that are on, and which of them strikes a request. */
export class Faults {
  private active: Active[] = [];

  constructor(private readonly now: () => number) {}

  /** Begins a fault. Gives the way to end this one. */
  begin(fault: Fault): () => void {
    const until = fault.seconds === undefined ? Number.POSITIVE_INFINITY : this.now() + fault.seconds * 1_000;
    const active: Active = { fault, until, left: fault.times ?? Number.POSITIVE_INFINITY };
    this.active.push(active);
    return () => {
      this.active = this.active.filter((other) => other !== active);
    };
  }

  /** Ends every fault, or those of one kind: credentials that expired are renewed by ending `expired`. */
  end(kind?: FaultKind): void {
    this.active = kind === undefined ? [] : this.active.filter(({ fault }) => fault.kind !== kind);
  }

  /** The fault that strikes this request, if one of these kinds does: the one that was begun first. It is counted. */
  strike(action: string, kinds: readonly FaultKind[]): Fault | undefined {
    const now = this.now();
    this.active = this.active.filter(({ until, left }) => now < until && left > 0);
    const found = this.active.find(
      ({ fault }) => kinds.includes(fault.kind) && (fault.actions?.includes(action) ?? true),
    );
    if (found) {
      found.left -= 1;
    }
    return found?.fault;
  }
}
