import { join } from "node:path";
import { command } from "../../setup/command";
import { root } from "../../setup/paths";
import type { Checker } from "./checker";

interface Answer {
  readonly failures: Readonly<Record<string, string>>;
  readonly deployed: Readonly<Record<string, number>>;
  readonly "left out": Readonly<Record<string, number>>;
}

const program = join(root, "scripts", "conformance", "checkers", "deploy.py");

/** Deploys every template with moto's CloudFormation, but for the types that moto does not know. */
export function moto(programs: string): Checker {
  const python = join(programs, process.platform === "win32" ? "python.exe" : "python");
  return {
    name: "moto",
    batch: 40,
    async check(files) {
      const names = new Map([...files].map(([name, file]) => [file, name]));
      const answer = JSON.parse(await command(python, [program, ...files.values()])) as Answer;
      return {
        findings: Object.entries(answer.failures).map(([file, message]) => ({
          manifest: names.get(file) ?? file,
          rule: "deploys",
          message,
        })),
        notes: [...counts("deployed", answer.deployed), ...counts("left out", answer["left out"])],
      };
    },
  };
}

const counts = (what: string, types: Readonly<Record<string, number>>): string[] =>
  Object.entries(types).map(([type, count]) => `${what} ${type} ${count}`);
