import { formatSize } from "../../manifest/units";
import type { Build } from "../draft";
import type { WiredService } from "../wire/wired";
import { type Block, inlineMap } from "./block";
import { fittingSize } from "./size";

/** A container, in the order in which people read one: what it is, what it gets, how it is run. */
export function writeService(block: Block, service: WiredService): void {
  block.field("type", service.kind).field("image", service.build === undefined ? service.image : undefined);
  if (service.build !== undefined) writeBuild(block, service.build);
  if (service.kind === "web") block.field("port", service.port);
  block.field("schedule", service.schedule);
  command(block, "command", service.command);
  const { cpu, memory } = fittingSize(service.cpu, service.memory);
  block.field("cpu", cpu).field("memory", memory === undefined ? undefined : formatSize(memory));
  block.field("architecture", service.architecture);
  connections(block, service);
  block.map("env", (env) => {
    for (const { name, text, comment } of service.env) env.field(name, scalarOf(text), comment);
  });
  block.map("secrets", (secrets) => {
    for (const { name, fate } of service.secrets) {
      const value =
        "from" in fate
          ? inlineMap([["from", fate.from]])
          : `{ generate: ${inlineMap([["length", fate.generate.length]])} }`;
      secrets.line(`${name}: ${value}`);
    }
  });
  if (service.kind !== "cron") {
    scale(block, service);
    command(block, "preDeploy", service.preDeploy);
  }
  if (service.kind === "web") healthCheck(block, service);
  block.map("volumes", (volumes) => {
    for (const { name, path } of service.volumes ?? []) volumes.field(name, path);
  });
}

function writeBuild(block: Block, { context, dockerfile, target, args = {} }: Build): void {
  const more = dockerfile !== undefined || target !== undefined || Object.keys(args).length > 0;
  if (!more) block.field("build", context);
  else {
    block.map("build", (build) => {
      build.field("context", context).field("dockerfile", dockerfile).field("target", target);
      build.map("args", (inner) => {
        for (const [name, value] of Object.entries(args)) inner.field(name, value);
      });
    });
  }
}

function command(block: Block, key: string, value: string | readonly string[] | undefined): void {
  if (value === undefined) return;
  if (typeof value === "string") block.field(key, value);
  else block.list(key, value);
}

function connections(block: Block, { connections: all }: WiredService): void {
  if (all.every(({ as }) => as === undefined)) {
    block.list(
      "connections",
      all.map(({ to }) => to),
    );
    return;
  }
  block.map("connections", (map) => {
    for (const { to, as } of all) map.line(`${to}: ${inlineMap([["as", as]])}`);
  });
}

function scale(block: Block, { scale: value }: WiredService): void {
  if (typeof value === "number") block.field("scale", value === 1 ? undefined : value);
  else if (value !== undefined) block.line(`scale: ${inlineMap(Object.entries(value))}`);
}

function healthCheck(block: Block, { healthCheck: check }: WiredService): void {
  if (check === undefined) return;
  const seconds = (value: number | undefined, from: number, to: number): string | undefined =>
    value === undefined ? undefined : `${Math.round(Math.min(to, Math.max(from, value)))}s`;
  const interval = check.interval === undefined ? undefined : Math.min(300, Math.max(5, check.interval));
  block.inline("healthCheck", [
    ["path", check.path === "/" ? undefined : check.path],
    ["interval", seconds(interval, 5, 300)],
    // It has to be over before the next check begins.
    ["timeout", seconds(check.timeout, 2, Math.min(120, (interval ?? 15) - 1))],
    ["gracePeriod", check.gracePeriod === 0 ? undefined : seconds(check.gracePeriod, 1, 3600)],
  ]);
}

/** What was a number or a switch is one again; everything else is text. */
function scalarOf(text: string): string | number | boolean {
  if (text === "true" || text === "false") return text === "true";
  return /^(?:0|[1-9]\d{0,9})$/.test(text) ? Number(text) : text;
}
