import { count, list } from "./words";

export const announce = {
  added: (label: string, name: string) => `${label} ${name} added.`,
  began: (title: string) => `${title} added.`,
  removed: (components: readonly string[], links: number) =>
    `${list.format([...components, ...(links > 0 ? [count(links, "connection", "connections")] : [])])} removed.`,
  connected: (from: string, to: string) => `${from} connected to ${to}.`,
  disconnected: (from: string, to: string) => `${from} disconnected from ${to}.`,
  renamed: (from: string, to: string) => `${from} renamed to ${to}.`,
  moved: (names: readonly string[]) =>
    `${names.length > 3 ? count(names.length, "component", "components") : list.format(names)} moved.`,
  arranged: "All components arranged.",
  changed: (field: string) => `${field} changed.`,
  reset: (field: string) => `${field} reset.`,
  copied: (label: string, owner: string) => `${label} of ${owner} copied.`,
} as const;
