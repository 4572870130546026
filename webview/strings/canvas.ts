import { either } from "./words";

export const zoom = { in: "Zoom In", out: "Zoom Out", fit: "Fit to Window" } as const;

export const link = {
  label: (from: string, to: string, kind: "connection" | "route" | "reference", label: string | undefined) => {
    const verb = { connection: "connects to", route: "routes to", reference: "refers to" }[kind];
    return `${from} ${verb} ${to}${label === undefined ? "" : `, ${label}`}`;
  },
} as const;

export const connect = {
  gone: "That component does not exist any more.",
  itself: (name: string) => `“${name}” cannot be connected to itself.`,
  unknownType: (type: string) => `Nothing can be connected to the unknown type “${type}”.`,
  noneFrom: (label: string) => `${label} is connected to, never from. Draw the line the other way round.`,
  notTo: (from: string, to: string, possible: readonly string[]) =>
    `${from} cannot be connected to ${to}, only to ${either.format(possible)}.`,
  already: (from: string, to: string) => `“${from}” is connected to “${to}” already.`,
  inferred: (from: string, to: string) =>
    `“${from}” refers to “${to}” in one of its values. Remove the reference there; the line then goes too.`,
} as const;
