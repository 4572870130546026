import "./host/takeLanguage";
// Before the rest, since it asks the host for the picture.
import "./host/opened";
import { createRoot } from "react-dom/client";
import { loadControls } from "./controls/loadControls";
import { bridge } from "./host/opened";
import { App } from "./shell/App";
import { createController } from "./state/controller";
import { followSelection } from "./state/followSelection";
import { ControllerContext } from "./state/hooks";
import "@vscode/codicons/dist/codicon.css";
import "./controls/controls.css";
import "./motion/motion.css";

/** Exported, for esbuild takes a file without exports for CommonJS, and wraps and keeps whole all that it imports. */
export const controller = createController(bridge);
followSelection(controller);
const root = document.getElementById("root");
if (root === null) throw new Error("The page has no element with the id `root`.");
createRoot(root).render(
  <ControllerContext value={controller}>
    <App />
  </ControllerContext>,
);
// The first picture needs no form: it is on the screen before the toolkit is read.
controller.store.subscribe(loadControls);
