import { t } from "../../extension/manifest/l10n";

/** What can be done, as menus and the list of shortcuts call it. */
export const commands = {
  rename: t`Rename`,
  connect: t`Connect to…`,
  connectFrom: t`Connect from…`,
  openText: t`Show in Text`,
  cut: t`Cut`,
  copy: t`Copy`,
  paste: t`Paste`,
  duplicate: t`Duplicate`,
  group: t`Group`,
  ungroup: t`Ungroup`,
  moveTo: t`Move to`,
  noGroup: t`No Group`,
  renameGroup: t`Rename Group`,
  selectMembers: t`Select Components of Group`,
  delete: t`Delete`,
  selectAll: t`Select All`,
  addComponent: t`Add Component`,
  addNote: t`Add Note`,
  editNote: t`Edit Note`,
  fit: t`Fit to Window`,
  lock: t`Lock Canvas`,
  unlock: t`Unlock Canvas`,
  shortcuts: t`Keyboard Shortcuts`,
  disconnect: t`Disconnect`,
  moveEnd: t`Connect to Another…`,
  moveStart: t`Connect from Another…`,
  goToSource: (name: string) => t`Go to ${name}`,
  align: t`Align`,
  alignLeft: t`Left`,
  alignCentre: t`Centre`,
  alignRight: t`Right`,
  alignTop: t`Top`,
  alignMiddle: t`Middle`,
  alignBottom: t`Bottom`,
  distributeAcross: t`Distribute Horizontally`,
  distributeDown: t`Distribute Vertically`,
  lines: t`Go to Its Connections`,
} as const;

export const menu = { label: t`Actions`, more: t`More` } as const;

/** What keys and the pointer do that is no command of a menu. */
export const shortcuts = {
  title: t`Keyboard Shortcuts`,
  close: t`Close`,
  keyboard: t`On the Canvas`,
  commands: t`Commands`,
  pointer: t`With the Pointer`,
  gestures: [
    [t`Tab`, t`Into the canvas, and out of it again`],
    [t`Arrows`, t`To the next card; push what is selected, with Shift farther`],
    [t`Alt+Right, Alt+Left`, t`Along a connection, to what is called or to what calls`],
    [t`Alt+Down, Alt+Up`, t`To the next or previous component in the order of the graph, or the next connection`],
    [t`Home, End`, t`To the first or last component`],
    [t`Enter, Space`, t`Select`],
    [t`Escape`, t`Leave what was begun; select nothing`],
    [t`Menu, Shift+F10`, t`Everything that can be done with it`],
    [t`Ctrl+Z, Ctrl+Shift+Z`, t`Undo and redo, first in the field that is typed in`],
  ],
  drags: [
    [t`Drag`, t`Move what is selected; cards line up with others and with the grid`],
    [t`Alt held`, t`Move freely, without lining up`],
    [t`Shift, drag`, t`Select all that the frame touches`],
    [t`Ctrl or Shift, click`, t`Add to the selection, or take out of it`],
    [t`Drag a port or side`, t`Connect`],
    [t`Drag a line’s end`, t`Connect elsewhere`],
  ],
} as const satisfies {
  readonly gestures: readonly (readonly [string, string])[];
  readonly drags: readonly (readonly [string, string])[];
  readonly [key: string]: unknown;
};
