import { Button } from "../controls/Button";
import { DeploymentPanel } from "../deployment/DeploymentPanel";
import { EditedPanel } from "../edited/EditedPanel";
import { countEdited } from "../edited/editedStatus";
import { Inspector } from "../inspector/Inspector";
import { useChosen } from "../inspector/useChosen";
import { useCanvas, useController } from "../state/hooks";
import { isSameList } from "../state/share";
import type { State } from "../state/state";
import { initialView } from "../state/viewState";
import { strings } from "../strings";
import { Resizer } from "./Resizer";
import { useSettled } from "./useSettled";

type Tab = State["rightTab"];

const panels = { properties: Inspector, changes: EditedPanel, deployment: DeploymentPanel };
const titles: Readonly<Record<Tab, string>> = {
  properties: strings.inspector.label,
  changes: strings.edited.label,
  deployment: strings.deployment.label,
};

/** The right side, or the lower one where there is little room: properties; beside them what was edited since the last deployment, and a deployment that is under way. */
export function SidePanel() {
  const controller = useController();
  const { store } = controller;
  const tabs = useCanvas(tabsOf, isSameList);
  const chosen = useCanvas((state) => state.rightTab);
  const { inspectorWidth: width, inspectorHeight: height } = useCanvas((state) => state.view);
  const tab = tabs.includes(chosen) ? chosen : "properties";
  const isSettled = useSettled();
  const { cards, links } = useChosen();
  const isIdle = cards.length + links.length === 0;
  const choose = (rightTab: Tab) => store.update((state) => ({ ...state, rightTab }));
  const Panel = panels[tab];
  return (
    <aside
      className={`side right nokey${tab === "properties" && isIdle ? " idle" : ""}`}
      style={{ ["--width" as string]: `${width}px`, ["--height" as string]: `${height}px` }}
      aria-label={titles[tab]}
    >
      <Resizer
        label={strings.app.resizeInspector}
        side="right"
        size={width}
        minimum={260}
        maximum={720}
        standard={initialView.inspectorWidth}
        onSize={(inspectorWidth) => controller.setView({ inspectorWidth })}
      />
      <Resizer
        label={strings.app.resizeBelow}
        side="below"
        size={height}
        minimum={120}
        maximum={720}
        standard={initialView.inspectorHeight}
        onSize={(inspectorHeight) => controller.setView({ inspectorHeight })}
      />
      <header className="side-header">
        {tabs.length > 1 ? (
          <div className="tabs" role="tablist">
            {tabs.map((name, index) => (
              <button
                key={name}
                type="button"
                role="tab"
                id={`tab-${name}`}
                aria-selected={tab === name}
                aria-controls="side-body"
                tabIndex={tab === name ? 0 : -1}
                onClick={() => choose(name)}
                onKeyDown={(event) => {
                  const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
                  const other = step === undefined ? undefined : tabs[(index + step + tabs.length) % tabs.length];
                  if (other === undefined) return;
                  choose(other);
                  document.getElementById(`tab-${other}`)?.focus();
                }}
              >
                {titles[name]}
              </button>
            ))}
          </div>
        ) : (
          <h2>{strings.inspector.label}</h2>
        )}
        <Button
          icon="chevron-right"
          label={strings.toolbar.hideInspector}
          onPress={() => controller.setView({ inspector: false })}
        />
      </header>
      <div
        id="side-body"
        className="side-content"
        {...(tabs.length > 1 ? { role: "tabpanel", "aria-labelledby": `tab-${tab}` } : {})}
      >
        {isSettled && <Panel />}
      </div>
    </aside>
  );
}

function tabsOf({ picture, deployment, rightTab }: State): readonly Tab[] {
  // The list of changes that somebody is looking at does not close because the last one was discarded.
  const hasChanges =
    picture?.edited !== undefined &&
    (countEdited(picture.edited) > 0 || picture.edited.against !== undefined || rightTab === "changes");
  return [
    "properties",
    ...(hasChanges ? (["changes"] as const) : []),
    ...(deployment !== null ? (["deployment"] as const) : []),
  ];
}
