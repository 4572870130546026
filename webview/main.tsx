import { createRoot } from "react-dom/client";
import { registerControls } from "./controls/register";
import { openBridge } from "./host/bridge";
import { App } from "./shell/App";
import { createController } from "./state/controller";
import { ControllerContext } from "./state/hooks";
import "@vscode/codicons/dist/codicon.css";
import "./controls/controls.css";

registerControls();

const bridge = openBridge();
const controller = createController(bridge);
const root = document.getElementById("root");
if (root === null) throw new Error("The page has no element with the id `root`.");
createRoot(root).render(
  <ControllerContext value={controller}>
    <App />
  </ControllerContext>,
);
bridge.send({ type: "ready" });
