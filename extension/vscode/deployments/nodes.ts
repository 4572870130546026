import * as vscode from "vscode";
import type { HistoryEntry } from "../../deploy/operate/history";
import type { StackPart } from "../../deploy/operate/inventory";
import type { ServiceHealth } from "../../deploy/types";
import { capital, countedKinds } from "../../deploy/words";
import { isWebAddress } from "../deploy/address";
import { baseName } from "../places";
import type { Environment } from "./environment";
import type { Node } from "./node";

const { Collapsed, Expanded, None } = vscode.TreeItemCollapsibleState;

interface Look {
  readonly icon: string;
  readonly colour?: string;
  readonly description?: string;
  readonly tooltip?: string;
  readonly context?: string;
  readonly state?: vscode.TreeItemCollapsibleState;
  /** Says to a screen reader what the icon's colour says to others. */
  readonly spoken?: string;
}

function itemOf(label: string, look: Look): vscode.TreeItem {
  const item = new vscode.TreeItem(label, look.state ?? None);
  item.iconPath = new vscode.ThemeIcon(look.icon, look.colour ? new vscode.ThemeColor(look.colour) : undefined);
  if (look.description !== undefined) item.description = look.description;
  if (look.tooltip !== undefined) item.tooltip = look.tooltip;
  if (look.context !== undefined) item.contextValue = look.context;
  const spoken = [label, look.description, look.spoken].filter((text) => text !== undefined);
  item.accessibilityInformation = { label: spoken.join(", ") };
  return item;
}

/** @param named several manifests are in the workspace: the row says which one */
export async function environmentNode(environment: Environment, named: boolean): Promise<Node> {
  const choice = await environment.target();
  const where =
    choice === undefined
      ? vscode.l10n.t("no target yet")
      : choice.target === "sandbox"
        ? vscode.l10n.t("Sandbox")
        : (choice.profile ?? "AWS");
  const { inventory, actions = ["plan"] } = environment.reading ?? {};
  const file = named ? [baseName(environment.uri)] : [];
  const item = itemOf((await environment.stackName()) ?? environment.name, {
    icon: choice?.target === "aws" ? "cloud" : "beaker",
    description: [...file, where, ...(inventory ? [inventory.status] : [])].join(" · "),
    state: choice === undefined ? Collapsed : Expanded,
    context: `environment;${actions.join(";")};`,
  });
  item.id = environment.key;
  return { kind: "environment", environment, item };
}

export function noteNode(environment: Environment, text: string, icon: string, tooltip = text): Node {
  return { kind: "note", environment, item: itemOf(text, { icon, tooltip }) };
}

const looks: Readonly<Record<ServiceHealth["state"], Required<Pick<Look, "icon" | "colour" | "spoken">>>> = {
  healthy: { icon: "pass-filled", colour: "testing.iconPassed", spoken: vscode.l10n.t("healthy") },
  moving: { icon: "sync", colour: "charts.blue", spoken: vscode.l10n.t("moving") },
  degraded: { icon: "warning", colour: "charts.yellow", spoken: vscode.l10n.t("degraded") },
  down: { icon: "error", colour: "testing.iconFailed", spoken: vscode.l10n.t("down") },
  stopped: { icon: "circle-slash", colour: "disabledForeground", spoken: vscode.l10n.t("stopped") },
};

/** Below an environment: its components with how they are, what they share, its outputs, its drift, its history. */
export function componentNodes(environment: Environment): Node[] {
  const { inventory, health, history } = environment.reading ?? { health: [], history: [] };
  const names = new Set((inventory?.parts ?? []).flatMap(({ component }) => component ?? []));
  const nodes = [...names].sort().map((component) => componentNode(environment, component, health));
  const section = (kind: "outputs" | "history" | "drift", label: string, icon: string, description: string): Node => ({
    kind,
    environment,
    item: itemOf(label, { icon, description, state: Collapsed, context: kind }),
  });
  const drifted = environment.drift?.drifted.length;
  return [
    ...nodes,
    ...(inventory?.outputs.length
      ? [section("outputs", vscode.l10n.t("Outputs"), "symbol-field", String(inventory.outputs.length))]
      : []),
    ...(drifted === undefined ? [] : [section("drift", vscode.l10n.t("Drift"), "diff", String(drifted))]),
    section("history", vscode.l10n.t("History"), "history", String(history.length)),
  ];
}

const databases = new Set(["AWS::RDS::DBInstance", "AWS::ElastiCache::ReplicationGroup"]);

function componentNode(environment: Environment, component: string, health: readonly ServiceHealth[]): Node {
  const service = health.find((each) => each.component === component);
  const parts = partsOf(environment, component);
  const has = (type: string) => parts.some(({ resourceType }) => resourceType === type);
  const isDatabase = parts.some(({ resourceType }) => databases.has(resourceType));
  const context = [
    "component",
    ...(has("AWS::ECS::Service") || has("AWS::Scheduler::Schedule") ? ["runs"] : []),
    ...(has("AWS::ECS::Service") ? ["service"] : []),
    ...(isDatabase ? ["database"] : []),
  ];
  const troubles = service?.stopped.map(({ reason }) => reason) ?? [];
  const item = itemOf(component, {
    ...(service ? looks[service.state] : { icon: isDatabase ? "database" : "circle-outline" }),
    description: service?.text ?? statusOf(parts),
    tooltip: [service?.text ?? statusOf(parts), service?.reason, ...troubles].filter(Boolean).join("\n"),
    context: context.join(";"),
    state: Collapsed,
  });
  return { kind: "component", environment, component, item };
}

/** The worst of what CloudFormation says of the resources; nothing where all is as it should be. */
function statusOf(parts: readonly StackPart[]): string {
  const failed = parts.find(({ status }) => status.endsWith("_FAILED"));
  const moving = parts.find(({ status }) => status.endsWith("_IN_PROGRESS"));
  return failed?.status ?? moving?.status ?? vscode.l10n.t("ready");
}

function partsOf({ reading }: Environment, component: string): readonly StackPart[] {
  return reading?.inventory.parts.filter((part) => part.component === component) ?? [];
}

/** Below a component: tasks that stopped, then what it is made of. */
export function partNodes(environment: Environment, component: string): Node[] {
  const service = environment.reading?.health.find((each) => each.component === component);
  const stopped = (service?.stopped ?? []).map(({ id, reason, exitCode }): Node => {
    const code = exitCode === undefined ? "" : vscode.l10n.t("exit code {0}: ", exitCode);
    const look = { icon: "debug-stop", description: `${code}${reason}`, tooltip: reason, context: "stopped" };
    return { kind: "stopped", environment, item: itemOf(vscode.l10n.t("Task {0}", id.slice(0, 8)), look) };
  });
  const resources = partsOf(environment, component).map((part): Node => {
    const isFailed = part.status.endsWith("_FAILED");
    const item = itemOf(capital(part.label), {
      icon: isFailed ? "error" : "symbol-misc",
      ...(isFailed ? { colour: "testing.iconFailed" } : {}),
      description: part.status.endsWith("_COMPLETE") ? part.logicalId : `${part.logicalId} · ${part.status}`,
      tooltip: `${part.resourceType}\n${part.physicalId ?? ""}`,
      context: "resource",
    });
    return { kind: "resource", environment, item };
  });
  return [...stopped, ...resources];
}

export function outputNodes(environment: Environment): Node[] {
  return (environment.reading?.inventory.outputs ?? []).map((output): Node => {
    const context = isWebAddress(output.value) ? "output;web" : "output";
    const look = { icon: "symbol-field", description: output.value, tooltip: output.value, context };
    return { kind: "output", environment, output, item: itemOf(output.label, look) };
  });
}

const endings: Readonly<Record<HistoryEntry["status"], Required<Pick<Look, "icon" | "colour" | "spoken">>>> = {
  succeeded: { icon: "pass", colour: "testing.iconPassed", spoken: vscode.l10n.t("succeeded") },
  failed: { icon: "error", colour: "testing.iconFailed", spoken: vscode.l10n.t("failed") },
  running: { icon: "sync", colour: "charts.blue", spoken: vscode.l10n.t("running") },
};

const operations: ReadonlyMap<string, string> = new Map([
  ["deploy", vscode.l10n.t("deploy")],
  ["destroy", vscode.l10n.t("destroy")],
  ["import", vscode.l10n.t("import")],
  ["cancel", vscode.l10n.t("cancel")],
  ["rollback", vscode.l10n.t("rollback")],
  ["continue", vscode.l10n.t("continue")],
]);

export function historyNodes(environment: Environment): Node[] {
  return (environment.reading?.history ?? []).map((entry): Node => {
    const { at, operation, status, who, revision, changes = [], failure } = entry;
    const commit = revision?.commit?.slice(0, 8);
    const changed = countedKinds(changes).map(({ text }) => text);
    const time = new Date(at).toLocaleString();
    const what = operations.get(operation) ?? operation;
    const item = itemOf(time, {
      ...endings[status],
      description: [what, ...(commit ? [commit] : []), shortName(who)].join(" · "),
      tooltip: [
        `${what}: ${endings[status].spoken}`,
        who ?? vscode.l10n.t("From elsewhere: this machine's journal has no word of it"),
        ...(revision?.commit ? [`${revision.commit}${revision.changed ? vscode.l10n.t(", with changes") : ""}`] : []),
        ...(changed.length > 0 ? [changed.join(", ")] : []),
        ...(failure ? [failure.message, failure.fix] : []),
      ].join("\n"),
      context: revision && operation === "deploy" ? "operation;kept" : "operation",
    });
    return { kind: "operation", environment, entry, item };
  });
}

/** The user or role of an ARN, without the account. */
function shortName(arn: string | undefined): string {
  return arn?.split(":").at(-1) ?? vscode.l10n.t("elsewhere");
}

export function driftNodes(environment: Environment): Node[] {
  const drifted = environment.drift?.drifted ?? [];
  if (drifted.length === 0) {
    return [noteNode(environment, vscode.l10n.t("Everything that can be looked at is as deployed"), "pass")];
  }
  return drifted.flatMap((resource, at): Node[] => {
    const name = resource.component ?? vscode.l10n.t("shared");
    if (resource.state === "deleted") {
      const text = vscode.l10n.t("{0}: the {1} was deleted", name, resource.label);
      return [noteNode(environment, text, "trash", resource.logicalId)];
    }
    return resource.properties.map((property, index): Node => {
      const item = itemOf(`${name}: ${property.path}`, {
        icon: "diff-modified",
        description: vscode.l10n.t("deployed {0}, is {1}", property.expected ?? "–", property.actual ?? "–"),
        tooltip: `${resource.logicalId} ${property.path}`,
        context: "drifted",
      });
      return { kind: "drifted", environment, resource: at, property: index, item };
    });
  });
}
