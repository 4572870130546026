import type { Command } from "../command";
import { canvasCommands } from "./canvas";
import { compareCommands } from "./compare";
import { componentCommands } from "./component";
import { connectionCommands } from "./connection";
import { editCommands } from "./edit";
import { frameAndNoteCommands } from "./framesAndNotes";
import { arrangeCommands, viewCommands, zoomCommands } from "./view";

/** Everything that can be done on the canvas; keys, menus and the list of shortcuts all read this. */
export const commands: readonly Command[] = [
  ...componentCommands,
  ...connectionCommands,
  ...frameAndNoteCommands,
  ...canvasCommands,
  ...arrangeCommands,
  ...zoomCommands,
  ...viewCommands,
  ...compareCommands,
  ...editCommands,
];
