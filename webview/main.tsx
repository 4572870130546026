import "./host/takeLanguage";
// Before the rest, since it asks the host for the picture.
import "./host/opened";
import { createRoot } from "react-dom/client";
import { loadControls } from "./controls/loadControls";
import { Gallery } from "./gallery/Gallery";
import { openShelf } from "./gallery/shelf";
import { bridge } from "./host/opened";
import { App } from "./shell/App";
import { createController } from "./state/controller";
import { followSelection } from "./state/followSelection";
import { ControllerContext } from "./state/hooks";
import "@vscode/codicons/dist/codicon.css";
import "./controls/controls.css";
import "./motion/motion.css";

const root = document.getElementById("root");
if (root === null) throw new Error("The page has no element with the id `root`.");

/** Exported, for esbuild takes a file without exports for CommonJS, and wraps and keeps whole all that it imports. */
export const page = document.documentElement.dataset["page"];
if (page === "gallery") {
  createRoot(root).render(<Gallery shelf={openShelf(bridge)} />);
  loadControls();
} else {
  const controller = createController(bridge);
  followSelection(controller);
  createRoot(root).render(
    <ControllerContext value={controller}>
      <App />
    </ControllerContext>,
  );
  // The first picture needs no form: it is on the screen before the toolkit is read.
  controller.store.subscribe(loadControls);
}
