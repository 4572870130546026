import { t } from "../../../manifest/l10n";
import { hoursInMonth } from "../../estimate";
import { always, counted, type Line, type Priced, type Quantity, range } from "./line";
import { type Data, dataAt, isData, listAt, numberAt, type Read, type Reading, refersTo, textAt } from "./reading";

/** A service's tasks run all the time: at least as many as it is scaled down to, at most as many as it is scaled up to. */
export function priceService({ id, properties }: Read, reading: Reading): Priced {
  const count = tasksOf(id, properties, reading);
  const task = taskOf(properties["TaskDefinition"], reading);
  const spot = spotBase(properties);
  const configuration = dataAt(dataAt(properties, "NetworkConfiguration"), "AwsvpcConfiguration");
  const addresses: readonly Line[] =
    textAt(configuration, "AssignPublicIp") === "ENABLED" ? [address(count, t`of a task`, t`of tasks`)] : [];
  if (!task || textAt(properties, "LaunchType") === "EC2") {
    const line = { kind: "tasks", text: () => t`Tasks`, ...(count && { count }), keys: [], unit: t`hour`, units: 0 };
    return { lines: [line, ...addresses] };
  }
  if (spot === undefined || count === undefined) return { lines: [...linesOf(task, count, ""), ...addresses] };
  const regular = { idle: Math.min(spot, count.idle), maximum: Math.min(spot, count.maximum) };
  const rest = { idle: count.idle - regular.idle, maximum: count.maximum - regular.maximum };
  return {
    lines: [
      ...(regular.maximum > 0 ? linesOf(task, regular, "") : []),
      ...(rest.maximum > 0 ? linesOf(task, rest, "spot_") : []),
      ...addresses,
    ],
  };
}

/** A task that nothing keeps running is paid for while it runs. */
export function priceTaskDefinition(read: Read, reading: Reading): Priced {
  const isService = [...reading.resources.values()].some(
    ({ type, properties }) => type === "AWS::ECS::Service" && refersTo(properties["TaskDefinition"], read.id),
  );
  if (isService) return {};
  const parts = linesOf(sizeOf(read.properties), always(1), "").map(({ keys, units }) => ({
    keys,
    units: units / hoursInMonth,
  }));
  return { usage: [{ text: t`Its task, only while it runs`, unit: t`hour`, keys: [], parts }] };
}

/** A public IPv4 address, which costs the same wherever it is. */
export const address = (count: Quantity | undefined, one: string, many: string): Line => ({
  kind: `address ${many}`,
  text: counted(t`Public IPv4 address ${one}`, t`public IPv4 addresses ${many}`),
  ...(count && { count }),
  keys: ["public_ipv4_in_use_hour"],
  unit: t`address-hour`,
  units: hoursInMonth,
});

interface Task {
  readonly vcpu?: number;
  /** GiB; AWS writes GB. */
  readonly memory?: number;
  /** GiB of disk beyond the 20 that come with each task. */
  readonly disk: number;
  /** As the price list writes it: empty for x86 on Linux. */
  readonly platform: string;
}

function linesOf(task: Task, count: Quantity | undefined, market: string): Line[] {
  const line = (what: string, unit: string, key: string, size: number | undefined): Line => ({
    kind: `${market}${task.platform}${key} ${size}`,
    text: (tasks) =>
      t`${what} of ${market ? t`Fargate Spot` : "Fargate"}${task.platform === "arm_" ? t` on ARM` : ""}: ${times(tasks, size, unit)}`,
    ...(count && size !== undefined && { count }),
    keys: [`fargate_${market}${task.platform}${key}`],
    unit: `${unit}-hour`,
    units: (size ?? 0) * hoursInMonth,
  });
  return [
    line("CPU", "vCPU", "vcpu_hour", task.vcpu),
    line(t`Memory`, "GB", "gb_hour", task.memory),
    ...(task.disk > 0 ? [line(t`Extra disk`, "GB", "extra_ephemeral_gb_hour", task.disk)] : []),
  ];
}

function times(tasks: Quantity, size: number | undefined, unit: string): string {
  const each = `${size ?? "?"} ${unit}`;
  return tasks.idle === 1 && tasks.maximum === 1 ? each : t`${range(tasks)} tasks × ${each}`;
}

function taskOf(value: unknown, { resources }: Reading): Task | undefined {
  const id = isData(value) ? textAt(value, "Ref") : undefined;
  const definition = id === undefined ? undefined : resources.get(id);
  return definition && sizeOf(definition.properties);
}

function sizeOf(properties: Data): Task {
  const cpu = numberAt(properties, "Cpu");
  const memory = numberAt(properties, "Memory");
  const platform = dataAt(properties, "RuntimePlatform");
  const system = (textAt(platform, "OperatingSystemFamily") ?? "LINUX").toLowerCase();
  const disk = numberAt(dataAt(properties, "EphemeralStorage"), "SizeInGiB") ?? 0;
  return {
    ...(cpu !== undefined && { vcpu: cpu / 1024 }),
    ...(memory !== undefined && { memory: memory / 1024 }),
    disk: Math.max(0, disk - 20),
    platform: `${system === "linux" ? "" : `${system}_`}${textAt(platform, "CpuArchitecture") === "ARM64" ? "arm_" : ""}`,
  };
}

/** How many tasks run on regular capacity before Spot is used; undefined when Spot is not used. */
function spotBase(properties: Data): number | undefined {
  const strategy = listAt(properties, "CapacityProviderStrategy").filter(isData);
  const spot = strategy.find((item) => textAt(item, "CapacityProvider") === "FARGATE_SPOT");
  if (!spot) return undefined;
  const regular = strategy.find((item) => textAt(item, "CapacityProvider") === "FARGATE");
  return regular ? (numberAt(regular, "Base") ?? 0) : 0;
}

function tasksOf(service: string, properties: Data, { resources }: Reading): Quantity | undefined {
  const target = [...resources.values()].find(
    (other) =>
      other.type === "AWS::ApplicationAutoScaling::ScalableTarget" && refersTo(other.properties["ResourceId"], service),
  );
  const written = properties["DesiredCount"];
  const desired = written === undefined ? 1 : numberAt(properties, "DesiredCount");
  if (!target) return desired === undefined ? undefined : always(desired);
  const idle = numberAt(target.properties, "MinCapacity");
  const maximum = numberAt(target.properties, "MaxCapacity");
  return idle === undefined || maximum === undefined ? undefined : { idle, maximum };
}

/** Containers that ECS measures one by one are paid for as metrics. */
export function priceCluster({ properties }: Read): Priced {
  const insights = listAt(properties, "ClusterSettings")
    .filter(isData)
    .some((setting) => setting["Name"] === "containerInsights" && setting["Value"] !== "disabled");
  return insights ? { usage: [{ text: t`Metrics of Container Insights`, unit: t`metric`, keys: [] }] } : {};
}
