import { describe, expect, it } from "vitest";
import { parseArguments } from "../../extension/cli/parseArguments";
import { UsageError, usage } from "../../extension/cli/usage";

const read = (line: string) => parseArguments(line.split(" ").filter(Boolean));

describe("the command line", () => {
  it("takes a command and a file, on the Sandbox unless told otherwise", () => {
    expect(read("deploy app.yaml")).toEqual({
      command: "deploy",
      files: ["app.yaml"],
      operands: [],
      rest: [],
      target: "sandbox",
      follow: false,
      force: false,
      stop: false,
      markdown: false,
      exitCode: false,
      detach: false,
      dryRun: false,
      keepUnsupported: false,
      take: false,
      putBack: false,
      yes: false,
      json: false,
      set: [],
      with: [],
      index: [],
      frozen: false,
      offline: false,
    });
  });

  it("takes options in any place, long and short", () => {
    expect(read("deploy -e live --target aws app.yaml --profile work -y --json")).toMatchObject({
      environment: "live",
      target: "aws",
      profile: "work",
      files: ["app.yaml"],
      yes: true,
      json: true,
    });
  });

  it("takes several files to validate, and - for standard input", () => {
    expect(read("validate a.yaml b.yaml -")).toMatchObject({ files: ["a.yaml", "b.yaml", "-"] });
  });

  it("shows help and version whatever else is typed", () => {
    expect(read("deploy --help")).toBe("help");
    expect(read("-v")).toBe("version");
  });

  it.each([
    ["", "No command is given."],
    ["depoly app.yaml", "There is no command depoly."],
    ["plan --wat", "Unknown option '--wat'."],
    ["plan a.yaml b.yaml", "stackwright plan takes one file."],
    ["plan a.yaml --yes", "stackwright plan has no option --yes."],
    ["validate a.yaml -e live", "stackwright validate has no option --environment."],
    ["deploy a.yaml --target azure", "There is no target azure; choose sandbox or aws."],
    ["deploy a.yaml --profile work", "--profile means nothing for the Sandbox; add --target aws."],
    ["sandbox --port http", "http is not a port: a whole number from 0 to 65535."],
    ["sandbox a.yaml", "stackwright sandbox takes no file."],
  ])("refuses %j", (line, message) => {
    expect(() => read(line)).toThrow(new UsageError(message));
  });

  it("has help for every command and option that it takes", () => {
    for (const word of ["validate", "synth", "plan", "deploy", "destroy", "sandbox"])
      expect(usage).toContain(`stackwright ${word}`);
    for (const option of [
      "environment",
      "target",
      "region",
      "profile",
      "output",
      "port",
      "yes",
      "json",
      "help",
      "version",
    ]) {
      expect(usage).toContain(`--${option}`);
    }
  });
});
