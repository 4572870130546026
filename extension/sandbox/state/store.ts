import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isMap } from "./json";
import type { StackRecord } from "./records";

const FORMAT = 1;

/** CloudFormation forgets a deleted stack after 90 days. */
const REMEMBERED = 90 * 24 * 60 * 60 * 1000;

function isStack(value: unknown): value is StackRecord {
  const lists = ["resources", "obsolete", "kept", "changeSets", "events", "lastOperations", "outputs"] as const;
  return (
    isMap(value) &&
    ["id", "name", "region", "status"].every((key) => typeof value[key] === "string") &&
    ["clock", "revision", "createdAt"].every((key) => typeof value[key] === "number") &&
    lists.every((key) => Array.isArray(value[key])) &&
    isMap(value["goal"]) &&
    isMap(value["tokens"])
  );
}

/** Every stack in memory, and each in a file of its own that is replaced whole. */
export class Store {
  readonly stacks = new Map<string, StackRecord>();
  readonly notices: string[] = [];
  private readonly folder: string;
  private writable = true;

  /** Reads what is in the directory. A file that cannot be read is set aside, and a notice says so. */
  constructor(readonly directory: string) {
    this.folder = join(directory, "stacks");
    mkdirSync(this.folder, { recursive: true });
    for (const name of readdirSync(this.folder).filter((file) => file.endsWith(".json"))) {
      this.read(name);
    }
  }

  private read(name: string): void {
    const file = join(this.folder, name);
    try {
      const content: unknown = JSON.parse(readFileSync(file, "utf8"));
      const stack = isMap(content) && content["format"] === FORMAT ? content["stack"] : undefined;
      if (!isStack(stack)) {
        throw new Error("it does not have the form of a Sandbox stack");
      }
      if (stack.deletedAt !== undefined && Date.now() - stack.deletedAt > REMEMBERED) {
        rmSync(file);
        return;
      }
      this.stacks.set(stack.id, stack);
    } catch (error) {
      const aside = `${file}.unreadable-${Date.now()}`;
      renameSync(file, aside);
      const reason = error instanceof Error ? error.message : String(error);
      this.notices.push(
        `The Sandbox could not read the state of a stack (${reason}). The file was set aside as ${aside}.`,
      );
    }
  }

  /** Writes one stack: whole or not at all. A disk that refuses is reported once, and the Sandbox goes on in memory. */
  save(stack: StackRecord): void {
    const file = join(this.folder, `${stack.id.split("/").at(-1) ?? "stack"}.json`);
    const temporary = `${file}.${process.pid}.writing`;
    try {
      writeFileSync(temporary, JSON.stringify({ format: FORMAT, stack }), { mode: 0o600 });
      renameSync(temporary, file);
      this.writable = true;
    } catch (error) {
      if (this.writable) {
        this.notices.push(`The Sandbox cannot write its state and goes on without: ${String(error)}`);
      }
      this.writable = false;
    }
  }

  add(stack: StackRecord): void {
    this.stacks.set(stack.id, stack);
  }

  inRegion(region: string): readonly StackRecord[] {
    return [...this.stacks.values()].filter((stack) => stack.region === region);
  }
}
