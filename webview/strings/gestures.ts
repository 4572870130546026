import { count, list } from "./words";

/** Why a gesture does nothing, and what would have to be done first. */
export const refused = {
  loading: "The manifest has not been read yet.",
  unreadable: "The text cannot be read now. Repair it first; the canvas can be changed again then.",
  readOnly: "This version of the manifest is read-only.",
  locked: "The canvas is locked: nothing is moved or deleted. Unlock it in the toolbar first.",
  nothingSelected: "Select one or more components first.",
  tooFew: (least: number) => `Select at least ${least} first.`,
} as const;

export const lock = {
  lock: "Lock Canvas",
  unlock: "Unlock Canvas",
  help: "While it is locked, nothing on the canvas is moved or deleted",
  locked: "Canvas locked. Nothing is moved or deleted until it is unlocked.",
  unlocked: "Canvas unlocked.",
} as const;

export const connecting = {
  title: (start: string) => `Connect “${start}” to`,
  titleBackwards: (start: string) => `Connect to “${start}” from`,
  keys: "Arrow keys or Tab to choose, Enter to connect, Escape to leave",
  target: (name: string, number: number, total: number) => `${name}, ${number} of ${total}`,
  nothing: (start: string, isBackwards: boolean) =>
    isBackwards
      ? `Nothing here can be connected to “${start}” that is not already.`
      : `There is nothing here that “${start}” can be connected to and is not already.`,
  left: "No connection was made.",
} as const;

export const groups = {
  untitled: "Group",
  label: (title: string, components: number) => `Group ${title}, ${count(components, "component", "components")}`,
  title: "Title of the group",
  made: (components: number) => `Group of ${count(components, "component", "components")} made.`,
  movedTo: (components: number, title: string | undefined) =>
    title === undefined
      ? `${count(components, "component", "components")} taken out of the group.`
      : `${count(components, "component", "components")} moved to ${title}.`,
  thereAlready: "It is there already.",
  dissolved: "Group taken away. Its components stay.",
  titled: (title: string) => (title === "" ? "Group title removed." : `Group renamed to ${title}.`),
} as const;

export const notes = {
  one: "note",
  untitled: "Note",
  label: (text: string) => `Note: ${text}`,
  text: "Text of the note",
  added: "Note added.",
  removed: "Note removed.",
  written: "Note changed.",
  resized: "Note resized.",
} as const;

export const aligned = {
  left: "Left edges aligned.",
  centre: "Aligned on one vertical line.",
  right: "Right edges aligned.",
  top: "Upper edges aligned.",
  middle: "Aligned on one horizontal line.",
  bottom: "Lower edges aligned.",
  across: "Distributed evenly from left to right.",
  down: "Distributed evenly from top to bottom.",
} as const;

export const selection = {
  all: (components: number, notes: number) =>
    `${list.format([
      ...(components > 0 ? [count(components, "component", "components")] : []),
      ...(notes > 0 ? [count(notes, "note", "notes")] : []),
    ])} selected.`,
  none: "Nothing selected.",
} as const;
