import type { Message } from "../../deploy/messages";
import type { Log } from "../log";

/** Writes what the engine says into the output channel, which puts the time in front. */
export function tell(log: Log, about: string, { level, text }: Pick<Message, "level" | "text">): void {
  const line = `[${about}] ${text}`;
  if (level === "error") log.error(line);
  else if (level === "warning") log.warn(line);
  else if (level === "debug") log.debug(line);
  else log.info(line);
}
