import { createHash } from "node:crypto";
import type { JsonMap } from "../state/json";

/** A resource about to be made: what its identity is derived from. */
export interface Subject {
  readonly type: string;
  readonly logicalId: string;
  readonly stackName: string;
  readonly region: string;
  readonly account: string;
  readonly properties: JsonMap;
  /** Different for each physical resource. */
  readonly seed: string;
}

/** `length` hexadecimal digits that belong to this resource; `purpose` tells several of one resource apart. */
export function hex(subject: Subject, length: number, purpose = ""): string {
  return createHash("sha256").update(`${subject.seed}\n${purpose}`).digest("hex").slice(0, length);
}

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

export function letters(subject: Subject, length: number, purpose = ""): string {
  const bytes = createHash("sha256").update(`${subject.seed}\n${purpose}\nletters`).digest();
  return Array.from({ length }, (_, index) => ALPHABET.charAt((bytes[index] ?? 0) % ALPHABET.length)).join("");
}

export function digits(subject: Subject, length: number): string {
  return String(BigInt(`0x${hex(subject, 15, "digits")}`) % 10n ** BigInt(length)).padStart(length, "1");
}

export function uuid(subject: Subject): string {
  const text = hex(subject, 32, "uuid");
  return `${text.slice(0, 8)}-${text.slice(8, 12)}-4${text.slice(13, 16)}-a${text.slice(17, 20)}-${text.slice(20)}`;
}

export function property(subject: Subject, name: string): string | undefined {
  const value = subject.properties[name];
  return typeof value === "string" || typeof value === "number" ? String(value) : undefined;
}

/** The name CloudFormation makes up, `stack-Logical-ABC123`, shortened from the left part on. */
export function generatedName(subject: Subject, maximum = 255): string {
  const suffix = letters(subject, 12);
  const logicalId = subject.logicalId.slice(0, Math.max(4, maximum - suffix.length - 6));
  const room = Math.max(0, maximum - suffix.length - logicalId.length - 2);
  return `${subject.stackName.slice(0, room)}-${logicalId}-${suffix}`.replace(/^-+/, "").slice(0, maximum);
}

export function arn(subject: Subject, service: string, resource: string): string {
  return `arn:aws:${service}:${subject.region}:${subject.account}:${resource}`;
}
