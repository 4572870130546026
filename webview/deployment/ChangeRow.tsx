import type { PlannedChange, PropertyChange } from "../../extension/deploy/types";
import { strings } from "../strings";
import { ChangeIcon } from "./ChangeIcon";
import { JumpButton } from "./JumpButton";

/** One resource: what happens to it, to its properties and to its data. */
export function ChangeRow({ change }: { readonly change: PlannedChange }) {
  const { path, action, label, logicalId, resourceType, properties, data } = change;
  return (
    <div className="change">
      <div className="change-head">
        <ChangeIcon action={action} />
        <span className="change-label" title={`${logicalId}\n${resourceType}`}>
          {label}
        </span>
        {(action === "replace" || action === "maybe-replace") && (
          <span className="change-note">{strings.deployment.change[action]}</span>
        )}
        <JumpButton path={path} />
      </div>
      {data !== undefined && <div className={`change-data data-${data}`}>{strings.deployment.data[data]}</div>}
      {action !== "add" && properties.map((property) => <PropertyRow key={property.path} property={property} />)}
    </div>
  );
}

function PropertyRow({ property }: { readonly property: PropertyChange }) {
  const { path, before, after, recreation } = property;
  return (
    <div className="property">
      <div className="property-name" title={path}>
        {path.replace(/^Properties\./, "")}
        {recreation !== "never" && (
          <span className="change-note">
            {recreation === "always" ? strings.deployment.recreates : strings.deployment.mayRecreate}
          </span>
        )}
      </div>
      {(before !== undefined || after !== undefined) && (
        <div className="property-values">
          <span className="before">{before ?? strings.deployment.nothing}</span>
          <span className="codicon codicon-arrow-right" aria-hidden="true" />
          <span className="after">{after ?? strings.deployment.nothing}</span>
        </div>
      )}
    </div>
  );
}
