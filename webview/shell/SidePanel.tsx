import { Button } from "../controls/Button";
import { DeploymentPanel } from "../deployment/DeploymentPanel";
import { Inspector } from "../inspector/Inspector";
import { useCanvas, useController } from "../state/hooks";
import { strings } from "../strings";

const tabs = ["properties", "deployment"] as const;

/** The right side: properties, and while there is a deployment, that beside them. */
export function SidePanel() {
  const controller = useController();
  const { store } = controller;
  const hasDeployment = useCanvas((state) => state.deployment !== null);
  const chosen = useCanvas((state) => state.rightTab);
  const tab = hasDeployment ? chosen : "properties";
  const isIdle = useCanvas((state) => state.selected.length + state.selectedEdges.length === 0);
  const choose = (rightTab: (typeof tabs)[number]) => store.update((state) => ({ ...state, rightTab }));
  const title = { properties: strings.inspector.label, deployment: strings.deployment.label };
  return (
    <aside className={`side right nokey${tab === "properties" && isIdle ? " idle" : ""}`} aria-label={title[tab]}>
      <header className="side-header">
        {hasDeployment ? (
          <div className="tabs" role="tablist">
            {tabs.map((name) => (
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
                  if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
                  const other = name === "properties" ? "deployment" : "properties";
                  choose(other);
                  document.getElementById(`tab-${other}`)?.focus();
                }}
              >
                {title[name]}
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
        {...(hasDeployment ? { role: "tabpanel", "aria-labelledby": `tab-${tab}` } : {})}
      >
        {tab === "deployment" ? <DeploymentPanel /> : <Inspector />}
      </div>
    </aside>
  );
}
