import { Button } from "../controls/Button";
import { Dropdown } from "../controls/Dropdown";
import { EditedButton } from "../edited/EditedButton";
import { PriceButton } from "../price/PriceButton";
import { toggleLock } from "../state/actions";
import { useCanvas, useController, useEditable } from "../state/hooks";
import { strings } from "../strings";
import { LastChangeButton } from "./LastChangeButton";
import { ProblemsButton } from "./ProblemsButton";
import { ViewButtons } from "./ViewButtons";
import { whyNotDeploy } from "./whyNotDeploy";
import "./toolbar.css";

export function Toolbar() {
  const controller = useController();
  const picture = useCanvas((state) => state.picture);
  const deployment = useCanvas((state) => state.deployment);
  const { palette, inspector } = useCanvas((state) => state.view);
  const isEditable = useEditable();
  if (picture === undefined) return null;
  const reason = whyNotDeploy(picture, deployment);
  const options = picture.environments.map((name) => ({ value: name, label: name }));
  return (
    <div className="toolbar nokey" role="toolbar" aria-label={strings.toolbar.label}>
      <Button
        icon={palette ? "layout-sidebar-left" : "layout-sidebar-left-off"}
        label={palette ? strings.toolbar.hidePalette : strings.toolbar.showPalette}
        onPress={() => controller.setView({ palette: !palette })}
      />
      {picture.environments.length > 1 ? (
        <Dropdown
          label={strings.toolbar.environment}
          value={picture.environment}
          options={options}
          onValue={(environment) => controller.send({ type: "chooseEnvironment", environment })}
        />
      ) : (
        <span className="toolbar-text" title={strings.toolbar.environment}>
          {picture.environment}
        </span>
      )}
      <ProblemsButton problems={picture.problems} />
      <PriceButton picture={picture} />
      <EditedButton />
      <LastChangeButton />
      {!picture.editable && (
        <span className="toolbar-text">
          <span className="codicon codicon-lock" aria-hidden="true" /> {strings.toolbar.readOnly}
        </span>
      )}
      <div className="toolbar-gap">{reason !== undefined && <span title={reason}>{reason}</span>}</div>
      <ViewButtons />
      <Button
        icon={picture.locked ? "lock" : "unlock"}
        label={picture.locked ? strings.lock.unlock : strings.lock.lock}
        title={`${picture.locked ? strings.lock.unlock : strings.lock.lock}: ${strings.lock.help}`}
        disabled={!isEditable}
        onPress={() => void toggleLock(controller)}
      />
      <Button
        icon="go-to-file"
        label={strings.toolbar.openText}
        title={strings.toolbar.openTextHelp}
        onPress={() => controller.send({ type: "openText" })}
      />
      <Button
        icon="rocket"
        appearance="primary"
        label={reason === undefined ? strings.toolbar.deploy : `${strings.toolbar.deploy}. ${reason}`}
        title={reason ?? ""}
        disabled={reason !== undefined}
        onPress={() => controller.send({ type: "deploy" })}
      >
        {strings.toolbar.deploy}
      </Button>
      <Button
        icon={inspector ? "layout-sidebar-right" : "layout-sidebar-right-off"}
        label={inspector ? strings.toolbar.hideInspector : strings.toolbar.showInspector}
        onPress={() => controller.setView({ inspector: !inspector })}
      />
    </div>
  );
}
