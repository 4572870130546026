const day = 24 * 60;

/**
 * A weekly hour on Sunday after the daily backup, as RDS wants it: `sun:03:30-sun:04:30`. The two may not overlap.
 * @param backup `HH:MM-HH:MM` in UTC
 * @returns undefined when the backup leaves less than the half hour that RDS needs; RDS then chooses
 */
export function maintenanceWindow(backup: string): string | undefined {
  const [start = 0, end = 0] = backup.split("-").map(minutes);
  const free = (start - end + day) % day;
  if (free < 30) return undefined;
  const wait = free >= 120 ? 30 : 0;
  const from = end + wait;
  return `${moment(from)}-${moment(from + Math.min(60, free))}`;
}

function minutes(time: string): number {
  const [hours = 0, rest = 0] = time.split(":").map(Number);
  return hours * 60 + rest;
}

function moment(minute: number): string {
  const name = Math.floor(minute / day) % 2 === 0 ? "sun" : "mon";
  const [hours, rest] = [Math.floor((minute % day) / 60), minute % 60];
  return `${name}:${String(hours).padStart(2, "0")}:${String(rest).padStart(2, "0")}`;
}
