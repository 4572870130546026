import { parseArgs } from "node:util";
import type { TargetId } from "../deploy/types";
import { splitOperands } from "./operands";
import { UsageError } from "./usage";

export const commands = [
  "validate",
  "synth",
  "eject",
  "export",
  "import",
  "install",
  "add",
  "update",
  "remove",
  "outdated",
  "why",
  "search",
  "pack",
  "test",
  "publish",
  "compare",
  "price",
  "plan",
  "deploy",
  "destroy",
  "status",
  "attach",
  "cancel",
  "rollback",
  "continue",
  "explain",
  "health",
  "logs",
  "restart",
  "scale",
  "exec",
  "run",
  "connect",
  "drift",
  "history",
  "redeploy",
  "pipeline",
  "sandbox",
] as const;
export type CommandName = (typeof commands)[number];

export interface Options {
  readonly command: CommandName;
  readonly files: readonly string[];
  /** What stands before the file: a component's name, a number of tasks, an operation. */
  readonly operands: readonly string[];
  /** What stands behind `--`: a command for a container. */
  readonly rest: readonly string[];
  readonly environment?: string;
  readonly target: TargetId;
  readonly region?: string;
  readonly profile?: string;
  readonly output?: string;
  readonly port?: number;
  /** `owner/name` on GitHub, and the branch that is deployed. */
  readonly repository?: string;
  readonly branch?: string;
  readonly follow: boolean;
  readonly since?: string;
  readonly filter?: string;
  readonly task?: string;
  readonly take: boolean;
  readonly putBack: boolean;
  /** Logical ids: what a rollback goes on without, and what a deletion leaves. */
  readonly skip?: readonly string[];
  readonly retain?: readonly string[];
  readonly force: boolean;
  readonly stop: boolean;
  readonly markdown: boolean;
  /** A plan with changes ends with 2. */
  readonly exitCode: boolean;
  /** Begins, and does not wait for the end. */
  readonly detach: boolean;
  readonly yes: boolean;
  /** The environment's name, as somebody would type it who is asked for it. */
  readonly confirm?: string;
  readonly json: boolean;
  /** A package's parameters, each as `name=value`. */
  readonly set: readonly string[];
  /** Components of the manifest that a package is to use, each as `component=existing`. */
  readonly with: readonly string[];
  /** Folders and repositories of packages, instead of the index that comes with Stackwright. */
  readonly index: readonly string[];
  /** A range of versions to update to, or the index to publish to. */
  readonly to?: string;
  /** The manifest and its lock must stay as they are. */
  readonly frozen: boolean;
  /** No registry is asked what an image's tag stands for. */
  readonly offline: boolean;
  /** Shows what would be written, and writes nothing. */
  readonly dryRun: boolean;
  /** Containers with data that nothing managed takes the place of stay containers. */
  readonly keepUnsupported: boolean;
  /** Profiles of a Compose file that count as active. */
  readonly profiles?: readonly string[];
}

export type Invocation = Options | "help" | "version";

const known = {
  environment: { type: "string", short: "e" },
  target: { type: "string" },
  region: { type: "string" },
  profile: { type: "string" },
  output: { type: "string", short: "o" },
  port: { type: "string" },
  repository: { type: "string" },
  branch: { type: "string" },
  follow: { type: "boolean", short: "f" },
  since: { type: "string" },
  filter: { type: "string" },
  task: { type: "string" },
  take: { type: "boolean" },
  "put-back": { type: "boolean" },
  skip: { type: "string" },
  retain: { type: "string" },
  force: { type: "boolean" },
  stop: { type: "boolean" },
  markdown: { type: "boolean" },
  "exit-code": { type: "boolean" },
  detach: { type: "boolean" },
  yes: { type: "boolean", short: "y" },
  confirm: { type: "string" },
  json: { type: "boolean" },
  set: { type: "string", multiple: true },
  with: { type: "string", multiple: true },
  index: { type: "string", multiple: true },
  to: { type: "string" },
  frozen: { type: "boolean" },
  offline: { type: "boolean" },
  "dry-run": { type: "boolean" },
  "keep-unsupported": { type: "boolean" },
  help: { type: "boolean", short: "h" },
  version: { type: "boolean", short: "v" },
} as const;

type OptionName = keyof typeof known;

/** Which stack a command is about. */
const where = ["environment", "target", "region", "profile"] as const satisfies readonly OptionName[];

/** An option that a command would ignore is refused: whoever typed it meant something by it. */
const allowed: Readonly<Record<CommandName, readonly OptionName[]>> = {
  validate: ["json"],
  synth: ["environment", "target", "region", "output", "json"],
  eject: ["environment", "region", "output", "json"],
  export: ["environment", "output", "json"],
  import: ["output", "force", "dry-run", "keep-unsupported", "profile", "json"],
  install: ["set", "with", "frozen", "offline", "index", "json"],
  add: ["set", "with", "frozen", "offline", "index", "json"],
  update: ["set", "to", "dry-run", "yes", "offline", "index", "json"],
  remove: ["force", "index", "json"],
  outdated: ["offline", "index", "json"],
  why: ["json"],
  search: ["index", "json"],
  pack: ["output", "json"],
  test: ["json"],
  publish: ["to", "dry-run", "json"],
  compare: ["environment", "region", "json"],
  price: ["environment", "region", "json"],
  plan: ["environment", "target", "region", "profile", "output", "markdown", "exit-code", "json"],
  deploy: [...where, "detach", "yes", "confirm", "json"],
  destroy: [...where, "stop", "retain", "force", "detach", "yes", "confirm", "json"],
  status: ["json"],
  attach: ["json"],
  cancel: [...where, "yes", "json"],
  rollback: [...where, "yes", "json"],
  continue: [...where, "skip", "force", "yes", "json"],
  explain: [...where, "json"],
  health: [...where, "json"],
  logs: [...where, "follow", "since", "filter", "task", "json"],
  restart: [...where, "json"],
  scale: [...where, "json"],
  exec: [...where, "task"],
  run: [...where, "json"],
  connect: [...where, "port"],
  drift: [...where, "take", "put-back", "yes", "confirm", "json"],
  history: [...where, "json"],
  redeploy: [...where, "detach", "yes", "confirm", "json"],
  pipeline: ["environment", "region", "repository", "branch", "output", "json"],
  sandbox: ["port", "json"],
};

/** Reads what was typed behind `stackwright`. Throws a `UsageError`. */
export function parseArguments(argv: readonly string[]): Invocation {
  const end = argv.indexOf("--");
  const { values, positionals } = parse(end < 0 ? argv : argv.slice(0, end));
  const rest = end < 0 ? [] : argv.slice(end + 1);
  if (values.help) return "help";
  if (values.version) return "version";
  const [command, ...words] = positionals;
  if (command === undefined) throw new UsageError("No command is given.");
  if (!isCommand(command)) throw new UsageError(`There is no command ${command}.`);
  const takesCommand = command === "run" || command === "exec";
  const { operands, files } = splitOperands(command, takesCommand ? words : [...words, ...rest]);
  for (const name of Object.keys(values) as OptionName[]) {
    if (!allowed[command].includes(name)) throw new UsageError(`stackwright ${command} has no option --${name}.`);
  }
  if (command === "sandbox" && files.length > 0) throw new UsageError("stackwright sandbox takes no file.");
  if (command === "status" && files.length > 0) throw new UsageError("stackwright status takes no file.");
  if (command === "attach" && files.length > 1) throw new UsageError("stackwright attach takes one operation.");
  if (command === "search" && files.length > 1) throw new UsageError("stackwright search takes one text; quote it.");
  if (command !== "validate" && files.length > 1) throw new UsageError(`stackwright ${command} takes one file.`);
  const target = targetOf(values.target, command);
  const profiles = command === "import" ? values.profile?.split(",") : undefined;
  if (values.profile !== undefined && profiles === undefined && target === "sandbox") {
    throw new UsageError("--profile means nothing for the Sandbox; add --target aws.");
  }
  const { environment, region, profile, output, confirm, since, filter, task, repository, branch, to } = values;
  const [skip, retain] = [idsOf(values.skip), idsOf(values.retain)];
  if (values.force && (skip ?? retain)) throw new UsageError("--force leaves out whatever fails; choose it or a list.");
  const port = values.port === undefined ? undefined : portOf(values.port);
  return {
    command,
    files,
    operands,
    rest: takesCommand ? rest : [],
    target,
    follow: values.follow ?? false,
    take: values.take ?? false,
    putBack: values["put-back"] ?? false,
    force: values.force ?? false,
    stop: values.stop ?? false,
    markdown: values.markdown ?? false,
    exitCode: values["exit-code"] ?? false,
    detach: values.detach ?? false,
    yes: values.yes ?? false,
    json: values.json ?? false,
    set: values.set ?? [],
    with: values.with ?? [],
    index: values.index ?? [],
    frozen: values.frozen ?? false,
    offline: values.offline ?? false,
    dryRun: values["dry-run"] ?? false,
    keepUnsupported: values["keep-unsupported"] ?? false,
    ...(profiles === undefined ? {} : { profiles }),
    ...(confirm === undefined ? {} : { confirm }),
    ...(environment === undefined ? {} : { environment }),
    ...(region === undefined ? {} : { region }),
    ...(profile === undefined ? {} : { profile }),
    ...(output === undefined ? {} : { output }),
    ...(port === undefined ? {} : { port }),
    ...(skip === undefined ? {} : { skip }),
    ...(retain === undefined ? {} : { retain }),
    ...(since === undefined ? {} : { since }),
    ...(filter === undefined ? {} : { filter }),
    ...(task === undefined ? {} : { task }),
    ...(repository === undefined ? {} : { repository }),
    ...(branch === undefined ? {} : { branch }),
    ...(to === undefined ? {} : { to }),
  };
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options: known, allowPositionals: true, strict: true });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    // Node adds advice about positionals that begin with a dash, which no file of ours does.
    throw new UsageError(`${message.split(". To specify")[0]?.replace(/\.$/, "")}.`);
  }
}

function isCommand(text: string): text is CommandName {
  return (commands as readonly string[]).includes(text);
}

/** A template is made for AWS whichever way it goes there; the Sandbox takes the same one. */
function targetOf(text: string | undefined, command: CommandName): TargetId {
  if (text === undefined) return command === "synth" ? "aws" : "sandbox";
  if (text === "aws" || text === "sandbox") return text;
  throw new UsageError(`There is no target ${text}; choose sandbox or aws.`);
}

/** "DbInstance,JobsService" */
function idsOf(text: string | undefined): readonly string[] | undefined {
  const ids = text?.split(",").map((id) => id.trim());
  if (ids?.some((id) => !/^[A-Za-z\d.]+$/.test(id))) {
    throw new UsageError(`${text} is not a list of logical ids, such as DbInstance,WebService.`);
  }
  return ids;
}

function portOf(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new UsageError(`${text} is not a port: a whole number from 0 to 65535.`);
}
