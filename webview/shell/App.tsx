import { ReactFlowProvider } from "reactflow";
import { Canvas } from "../canvas/Canvas";
import { ProgressStrip } from "../deployment/ProgressStrip";
import { CompareBar } from "../edited/CompareBar";
import { ListView } from "../list/ListView";
import { ShortcutsHelp } from "../menu/ShortcutsHelp";
import { Palette } from "../palette/Palette";
import { useCanvas, useController } from "../state/hooks";
import { initialView } from "../state/viewState";
import { strings } from "../strings";
import { Toolbar } from "../toolbar/Toolbar";
import { EmptyStart } from "./EmptyStart";
import { InvalidBanner } from "./InvalidBanner";
import { LiveRegion } from "./LiveRegion";
import { NoticeBar } from "./NoticeBar";
import { Resizer } from "./Resizer";
import { SidePanel } from "./SidePanel";
import "./shell.css";

/** The whole page: toolbar above, palette, canvas and side panel below it, in this order for the Tab key too. */
export function App() {
  const isLoaded = useCanvas((state) => state.picture !== undefined);
  const controller = useController();
  const { palette, paletteWidth, inspector, list } = useCanvas((state) => state.view);
  return (
    <ReactFlowProvider>
      <LiveRegion />
      {isLoaded ? (
        <main className="app" aria-label={strings.app.label}>
          <h1 className="visually-hidden">{strings.app.label}</h1>
          <Toolbar />
          <ProgressStrip />
          <InvalidBanner />
          <CompareBar />
          <div className="columns" style={{ ["--palette-width" as string]: `${paletteWidth}px` }}>
            {palette && (
              <>
                <Palette />
                <Resizer
                  label={strings.app.resizePalette}
                  side="left"
                  size={paletteWidth}
                  minimum={140}
                  maximum={400}
                  standard={initialView.paletteWidth}
                  onSize={(size) => controller.setView({ paletteWidth: size })}
                />
              </>
            )}
            <div className="middle">
              {list ? <ListView /> : <Canvas />}
              <EmptyStart />
              <NoticeBar />
            </div>
            {inspector && <SidePanel />}
          </div>
          <ShortcutsHelp />
        </main>
      ) : (
        <main className="loading">{strings.app.loading}</main>
      )}
    </ReactFlowProvider>
  );
}
