/** What can be done, as menus and the list of shortcuts call it. */
export const commands = {
  rename: "Rename",
  connect: "Connect to…",
  connectFrom: "Connect from…",
  openText: "Show in Text",
  cut: "Cut",
  copy: "Copy",
  paste: "Paste",
  duplicate: "Duplicate",
  group: "Group",
  ungroup: "Ungroup",
  moveTo: "Move to",
  noGroup: "No Group",
  renameGroup: "Rename Group",
  selectMembers: "Select Components of Group",
  delete: "Delete",
  selectAll: "Select All",
  addComponent: "Add Component",
  addNote: "Add Note",
  editNote: "Edit Note",
  fit: "Fit to Window",
  lock: "Lock Canvas",
  unlock: "Unlock Canvas",
  shortcuts: "Keyboard Shortcuts",
  disconnect: "Disconnect",
  moveEnd: "Connect to Another…",
  moveStart: "Connect from Another…",
  goToSource: (name: string) => `Go to ${name}`,
  align: "Align",
  alignLeft: "Left",
  alignCentre: "Centre",
  alignRight: "Right",
  alignTop: "Top",
  alignMiddle: "Middle",
  alignBottom: "Bottom",
  distributeAcross: "Distribute Horizontally",
  distributeDown: "Distribute Vertically",
  lines: "Go to Its Connections",
} as const;

export const menu = { label: "Actions", more: "More" } as const;

/** What keys and the pointer do that is no command of a menu. */
export const shortcuts = {
  title: "Keyboard Shortcuts",
  close: "Close",
  keyboard: "On the Canvas",
  commands: "Commands",
  pointer: "With the Pointer",
  gestures: [
    ["Tab", "Into the canvas, and out of it again"],
    ["Arrows", "To the next card; push what is selected, with Shift farther"],
    ["Alt+Right, Alt+Left", "Along a connection, to what is called or to what calls"],
    ["Alt+Down, Alt+Up", "To the next or previous component in the order of the graph, or the next connection"],
    ["Home, End", "To the first or last component"],
    ["Enter, Space", "Select"],
    ["Escape", "Leave what was begun; select nothing"],
    ["Menu, Shift+F10", "Everything that can be done with it"],
    ["Ctrl+Z, Ctrl+Shift+Z", "Undo and redo, first in the field that is typed in"],
  ],
  drags: [
    ["Drag", "Move what is selected; cards line up with others and with the grid"],
    ["Alt held", "Move freely, without lining up"],
    ["Shift, drag", "Select all that the frame touches"],
    ["Ctrl or Shift, click", "Add to the selection, or take out of it"],
    ["Drag a port or side", "Connect"],
    ["Drag a line’s end", "Connect elsewhere"],
  ],
} as const satisfies {
  readonly gestures: readonly (readonly [string, string])[];
  readonly drags: readonly (readonly [string, string])[];
  readonly [key: string]: unknown;
};
