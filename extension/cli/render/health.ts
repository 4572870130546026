import type { Inventory } from "../../deploy/operate/inventory";
import type { ServiceHealth } from "../../deploy/types";
import { clean, type Paint, type Style } from "../style";
import { renderOutputs } from "./outputs";

const looks: Readonly<Record<ServiceHealth["state"], { readonly symbol: string; readonly style: Style }>> = {
  healthy: { symbol: "✓", style: "green" },
  moving: { symbol: "›", style: "cyan" },
  degraded: { symbol: "!", style: "yellow" },
  down: { symbol: "✗", style: "red" },
  stopped: { symbol: "·", style: "dim" },
};

/** The stack, a line for each service, what is wrong with it below, and the outputs. */
export function renderHealth(
  { stackName, status, outputs }: Inventory,
  services: readonly ServiceHealth[],
  paint: Paint,
): string {
  const width = Math.max(0, ...services.map(({ component }) => component.length));
  const rows = services.map((service) => renderService(service, width, paint));
  return [`${paint("bold", stackName)}  ${status}\n`, ...rows, renderOutputs(outputs, paint)].join("");
}

/** A service's line, and below it what is worth knowing when something is wrong. */
export function renderService(service: ServiceHealth, width: number, paint: Paint): string {
  const { symbol, style } = looks[service.state];
  const wrong = service.state === "healthy" || service.state === "stopped" ? [] : troublesOf(service);
  const lines = wrong.map((text) => `  ${" ".repeat(width)}  ${paint("dim", clean(text))}\n`);
  return `${paint(style, symbol)} ${service.component.padEnd(width)}  ${service.text}\n${lines.join("")}`;
}

function troublesOf({ reason, targets, stopped }: ServiceHealth): readonly string[] {
  return [
    ...(reason === undefined ? [] : [reason]),
    ...targets
      .filter(({ state }) => state !== "healthy")
      .map((target) => `target ${target.id} ${target.state}${target.reason ? `: ${target.reason}` : ""}`),
    ...stopped.map(
      ({ id, at, exitCode, reason: why }) =>
        `task ${id.slice(0, 8)} stopped ${at.slice(11, 19)}${exitCode === undefined ? "" : ` with exit code ${exitCode}`}: ${why}`,
    ),
  ];
}
