import { createHash } from "node:crypto";

/** The hash of a package file as the lock has it: `sha256-` and 64 hexadecimal digits. */
export const hashOf = (content: string | Uint8Array): string =>
  `sha256-${createHash("sha256").update(content).digest("hex")}`;
