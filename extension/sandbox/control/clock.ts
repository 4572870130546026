/** The Sandbox's time: the computer's, and what it has been moved on by. */
export class Clock {
  private offset = 0;

  now(): number {
    return Date.now() + this.offset;
  }

  /** Moves on to a moment; one that has passed changes nothing, as time goes one way. */
  moveTo(moment: number): void {
    this.offset += Math.max(0, moment - this.now());
  }
}
