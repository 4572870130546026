import { createRoot } from "react-dom/client";
import { loadControls } from "./controls/loadControls";
import { openBridge } from "./host/bridge";
import { App } from "./shell/App";
import { createController } from "./state/controller";
import { followSelection } from "./state/followSelection";
import { ControllerContext } from "./state/hooks";
import "@vscode/codicons/dist/codicon.css";
import "./controls/controls.css";

const bridge = openBridge();
const controller = createController(bridge);
followSelection(controller);
const root = document.getElementById("root");
if (root === null) throw new Error("The page has no element with the id `root`.");
createRoot(root).render(
  <ControllerContext value={controller}>
    <App />
  </ControllerContext>,
);
bridge.send({ type: "ready" });
// The first picture needs no form: it is on the screen before the toolkit is read.
controller.store.subscribe(loadControls);
