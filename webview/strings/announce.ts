import { count, list } from "./words";

const some = (names: readonly string[]) =>
  names.length > 3 ? count(names.length, "component", "components") : list.format(names);

export const announce = {
  added: (label: string, name: string) => `${label} ${name} added.`,
  began: (title: string) => `${title} added.`,
  removed: (components: readonly string[], links: number, notes = 0) =>
    `${list.format([
      ...components,
      ...(links > 0 ? [count(links, "connection", "connections")] : []),
      ...(notes > 0 ? [count(notes, "note", "notes")] : []),
    ])} removed.`,
  connected: (from: string, to: string) => `${from} connected to ${to}.`,
  disconnected: (from: string, to: string) => `${from} disconnected from ${to}.`,
  copiedComponents: (names: readonly string[]) => `${some(names)} copied.`,
  cut: (names: readonly string[]) => `${some(names)} cut.`,
  made: (names: readonly string[]) => (names.length === 0 ? "Nothing was added." : `${some(names)} added.`),
  renamed: (from: string, to: string) => `${from} renamed to ${to}.`,
  moved: (names: readonly string[]) => `${some(names)} moved.`,
  tookBack: "Move taken back.",
  arranged: "All components arranged.",
  changed: (field: string) => `${field} changed.`,
  reset: (field: string) => `${field} reset.`,
  copied: (label: string, owner: string) => `${label} of ${owner} copied.`,
} as const;
