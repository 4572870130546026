import { t } from "../../extension/manifest/l10n";
import { either } from "./words";

export const zoom = { in: t`Zoom In`, out: t`Zoom Out`, fit: t`Fit to Window` } as const;

export const link = {
  label: (from: string, to: string, kind: "connection" | "route" | "reference", label: string | undefined) => {
    const verb = { connection: t`connects to`, route: t`routes to`, reference: t`refers to` }[kind];
    return `${from} ${verb} ${to}${label === undefined ? "" : `, ${label}`}`;
  },
} as const;

export const connect = {
  gone: t`That component does not exist any more.`,
  itself: (name: string) => t`“${name}” cannot be connected to itself.`,
  unknownType: (type: string) => t`Nothing can be connected to the unknown type “${type}”.`,
  noneFrom: (label: string) => t`${label} is connected to, never from. Draw the line the other way round.`,
  notTo: (from: string, to: string, possible: readonly string[]) =>
    t`${from} cannot be connected to ${to}, only to ${either.format(possible)}.`,
  already: (from: string, to: string) => t`“${from}” is connected to “${to}” already.`,
  inferred: (from: string, to: string) =>
    t`“${from}” refers to “${to}” in one of its values. Remove the reference there; the line then goes too.`,
} as const;
