import { t } from "../../extension/manifest/l10n";
import { count, list } from "./words";

/** Why a gesture does nothing, and what would have to be done first. */
export const refused = {
  loading: t`The manifest has not been read yet.`,
  unreadable: t`The text cannot be read now. Repair it first; the canvas can be changed again then.`,
  readOnly: t`This version of the manifest is read-only.`,
  locked: t`The canvas is locked: nothing is moved or deleted. Unlock it in the toolbar first.`,
  nothingSelected: t`Select one or more components first.`,
  tooFew: (least: number) => t`Select at least ${least} first.`,
} as const;

export const lock = {
  lock: t`Lock Canvas`,
  unlock: t`Unlock Canvas`,
  help: t`While it is locked, nothing on the canvas is moved or deleted`,
  locked: t`Canvas locked. Nothing is moved or deleted until it is unlocked.`,
  unlocked: t`Canvas unlocked.`,
} as const;

export const connecting = {
  title: (start: string) => t`Connect “${start}” to`,
  titleBackwards: (start: string) => t`Connect to “${start}” from`,
  keys: t`Arrow keys or Tab to choose, Enter to connect, Escape to leave`,
  target: (name: string, number: number, total: number) => t`${name}, ${number} of ${total}`,
  nothing: (start: string, isBackwards: boolean) =>
    isBackwards
      ? t`Nothing here can be connected to “${start}” that is not already.`
      : t`There is nothing here that “${start}” can be connected to and is not already.`,
  left: t`No connection was made.`,
} as const;

export const groups = {
  untitled: t`Group`,
  label: (title: string, components: number) => t`Group ${title}, ${count(components, t`component`, t`components`)}`,
  title: t`Title of the group`,
  made: (components: number) => t`Group of ${count(components, t`component`, t`components`)} made.`,
  movedTo: (components: number, title: string | undefined) =>
    title === undefined
      ? t`${count(components, t`component`, t`components`)} taken out of the group.`
      : t`${count(components, t`component`, t`components`)} moved to ${title}.`,
  thereAlready: t`It is there already.`,
  dissolved: t`Group taken away. Its components stay.`,
  titled: (title: string) => (title === "" ? t`Group title removed.` : t`Group renamed to ${title}.`),
} as const;

export const notes = {
  one: t`note`,
  untitled: t`Note`,
  label: (text: string) => t`Note: ${text}`,
  text: t`Text of the note`,
  added: t`Note added.`,
  removed: t`Note removed.`,
  written: t`Note changed.`,
  resized: t`Note resized.`,
} as const;

export const aligned = {
  left: t`Left edges aligned.`,
  centre: t`Aligned on one vertical line.`,
  right: t`Right edges aligned.`,
  top: t`Upper edges aligned.`,
  middle: t`Aligned on one horizontal line.`,
  bottom: t`Lower edges aligned.`,
  across: t`Distributed evenly from left to right.`,
  down: t`Distributed evenly from top to bottom.`,
} as const;

export const selection = {
  all: (components: number, notes: number) =>
    t`${list.format([
      ...(components > 0 ? [count(components, t`component`, t`components`)] : []),
      ...(notes > 0 ? [count(notes, t`note`, t`notes`)] : []),
    ])} selected.`,
  none: t`Nothing selected.`,
} as const;
