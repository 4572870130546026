import { t } from "../../extension/manifest/l10n";
import { count, list } from "./words";

const some = (names: readonly string[]) =>
  names.length > 3 ? count(names.length, t`component`, t`components`) : list.format(names);

export const announce = {
  added: (label: string, name: string) => t`${label} ${name} added.`,
  began: (title: string) => t`${title} added.`,
  removed: (components: readonly string[], links: number, notes = 0) =>
    t`${list.format([
      ...components,
      ...(links > 0 ? [count(links, t`connection`, t`connections`)] : []),
      ...(notes > 0 ? [count(notes, t`note`, t`notes`)] : []),
    ])} removed.`,
  connected: (from: string, to: string) => t`${from} connected to ${to}.`,
  disconnected: (from: string, to: string) => t`${from} disconnected from ${to}.`,
  copiedComponents: (names: readonly string[]) => t`${some(names)} copied.`,
  cut: (names: readonly string[]) => t`${some(names)} cut.`,
  made: (names: readonly string[]) => (names.length === 0 ? t`Nothing was added.` : t`${some(names)} added.`),
  renamed: (from: string, to: string) => t`${from} renamed to ${to}.`,
  moved: (names: readonly string[]) => t`${some(names)} moved.`,
  tookBack: t`Move taken back.`,
  arranged: t`All components arranged.`,
  changed: (field: string) => t`${field} changed.`,
  reset: (field: string) => t`${field} reset.`,
  copied: (label: string, owner: string) => t`${label} of ${owner} copied.`,
} as const;
