/** What a person may expect of the canvas, numbered, and the part of the canvas that each belongs to. */
export const features = {
  Sync: {
    1: "The text document is the model of the canvas",
    2: "An edit on the canvas replaces only the range it concerns",
    3: "Comments and formatting survive every edit",
    4: "Opening a manifest never writes to it",
    5: "The canvas follows the text while it is typed, unsaved",
    6: "A text that cannot be read leaves the last picture, greyed, with the problem and a way to it",
    7: "Keys that are unknown survive every edit",
    8: "An edit of the canvas does not come back to it as a second one",
    9: "A change from outside, such as a branch switch, appears",
    10: "The text stands beside the canvas",
    11: "Selecting a card reveals its lines",
    12: "The cursor in the text highlights the card",
    13: "A manifest of a revision in git is read-only",
    14: "A difference in git opens as text",
    15: "Two versions can be compared on the canvas",
    16: "After an edit, the lines that it changed can be seen",
  },
  Undo: {
    17: "VS Code's undo stack is the only one",
    18: "One gesture is one step",
    19: "Deleting a component and its connections is one step",
    20: "Moves by keyboard can be undone",
    21: "Undo inside a field undoes the field first",
  },
  Canvas: {
    22: "The palette can be searched",
    23: "A drag from the palette shows what will be placed",
    24: "Components are added by click and by key",
    25: "A pair that cannot be connected says why",
    26: "A connection says which variables it gives",
    27: "Declared and inferred connections look different",
    28: "A connection can be led to another card",
    29: "Several components are selected with a marquee or one by one",
    30: "Components are copied, cut, pasted and duplicated",
    31: "Cards snap to each other and can be aligned",
    32: "Components can be grouped",
    33: "All components, or those selected, are laid out automatically",
    34: "The layout is kept apart from the meaning",
    35: "A new component moves no other",
    36: "What was placed by hand is shown, and can be given back to the automatic layout",
    37: "Connections go around cards",
    38: "There is a minimap, and the view can be fitted and zoomed",
    39: "A component can be found by what is known of it",
    40: "A list shows and does what the canvas does",
    41: "The canvas can be locked",
    42: "Notes can be left on the canvas",
    43: "The topology is exported as an image and printed",
  },
  "Inspector and deployment": {
    44: "Each type has a form of its own",
    45: "Problems are listed, and marked on the cards",
    46: "What was edited since the deployment is counted, shown field by field, and can be discarded",
    47: "The plan shows no secret, and planning again after a deployment finds nothing to do",
    48: "Cards show the live status of a deployment",
    49: "A card that was edited since the deployment says so",
    50: "A deployment shows how far it is",
  },
  Quality: {
    51: "Everything works without a network",
    52: "The page runs under a strict content security policy",
    53: "The canvas follows the theme at once, high contrast included",
    54: "Everything can be done by keyboard, connecting included",
    55: "What happens is announced",
    56: "The view is restored after hiding, reload and restart",
    57: "Restricted Mode shows and edits, and deploys nothing",
    58: "One manifest can be open in several editors and canvases",
    59: "VS Code's own key chords reach VS Code",
    60: "Performance is measured against a budget",
  },
} as const;

/** What people complain of elsewhere, and what must not happen here. */
export const complaints = {
  1: "Comments or formatting are wiped",
  2: "The file changes by being opened",
  3: "Unsaved work on the canvas is lost when its tab is hidden or its file renamed",
  4: "Undo is wrong, split or dead",
  5: "One gesture takes several undos",
  6: "Canvas and text drift apart, and edits by hand are overwritten",
  7: "What is not understood is dropped or mangled",
  8: "A change from outside is not shown",
  9: "An edit is silently not written",
  10: "The layout or the view is lost",
  11: "Hundreds of components are slow",
  12: "Nothing can be made without a mouse",
  13: "Connections run through cards",
  14: "A difference in git is unreadable, or opens as a canvas",
  15: "The theme is wrong, a network is needed, the canvas is hard to find",
} as const;

type KeyOf<Group> = Group extends unknown ? keyof Group : never;
export type FeatureNumber = KeyOf<(typeof features)[keyof typeof features]>;
export type ComplaintNumber = keyof typeof complaints;

const titles: ReadonlyMap<number, string> = new Map(
  Object.values(features).flatMap((group) => Object.entries(group).map(([number, title]) => [Number(number), title])),
);

export function titleOf(number: FeatureNumber): string {
  return titles.get(number) ?? "";
}
