import type { Manifest } from "../../manifest";
import type { Change } from "../change";
import type { Operation } from "../operation";
import { addComponent } from "./addComponent";
import { connect } from "./connect";
import { disconnect } from "./disconnect";
import { removeField, removeValue, setField, setValue } from "./fields";
import { moveComponents } from "./moveComponents";
import { pasteComponents } from "./pasteComponents";
import { reconnect } from "./reconnect";
import { removeComponent } from "./removeComponent";
import { renameComponent } from "./renameComponent";
import { renameKey } from "./renameKey";

/** What an operation changes in what is written. Each change is against the text that the one before leaves. */
export function changesOf(manifest: Manifest, operation: Operation): readonly Change[] {
  switch (operation.kind) {
    case "addComponent":
      return addComponent(manifest, operation);
    case "removeComponent":
      return removeComponent(manifest, operation.name);
    case "renameComponent":
      return renameComponent(manifest, operation);
    case "setField":
      return setField(manifest, operation);
    case "removeField":
      return removeField(manifest, operation);
    case "setValue":
      return setValue(manifest, operation.path, operation.value);
    case "removeValue":
      return removeValue(manifest, operation.path);
    case "renameKey":
      return renameKey(manifest, operation);
    case "connect":
      return connect(manifest, operation.from, operation.to);
    case "disconnect":
      return disconnect(manifest, operation.from, operation.to);
    case "reconnect":
      return reconnect(manifest, operation);
    case "pasteComponents":
      return pasteComponents(manifest, operation).changes;
    case "moveComponents":
      return moveComponents(manifest, operation);
  }
}
