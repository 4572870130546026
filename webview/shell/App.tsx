import { ReactFlowProvider } from "reactflow";
import { Canvas } from "../canvas/Canvas";
import { ProgressStrip } from "../deployment/ProgressStrip";
import { Palette } from "../palette/Palette";
import { useCanvas } from "../state/hooks";
import { strings } from "../strings";
import { Toolbar } from "../toolbar/Toolbar";
import { EmptyStart } from "./EmptyStart";
import { InvalidBanner } from "./InvalidBanner";
import { LiveRegion } from "./LiveRegion";
import { NoticeBar } from "./NoticeBar";
import { SidePanel } from "./SidePanel";
import "./shell.css";

/** The whole page: toolbar above, palette, canvas and side panel below it, in this order for the Tab key too. */
export function App() {
  const isLoaded = useCanvas((state) => state.picture !== undefined);
  const { palette, inspector } = useCanvas((state) => state.view);
  return (
    <ReactFlowProvider>
      <LiveRegion />
      {isLoaded ? (
        <main className="app" aria-label={strings.app.label}>
          <h1 className="visually-hidden">{strings.app.label}</h1>
          <Toolbar />
          <ProgressStrip />
          <InvalidBanner />
          <div className="columns">
            {palette && <Palette />}
            <div className="middle">
              <Canvas />
              <EmptyStart />
              <NoticeBar />
            </div>
            {inspector && <SidePanel />}
          </div>
        </main>
      ) : (
        <main className="loading">{strings.app.loading}</main>
      )}
    </ReactFlowProvider>
  );
}
