import { useId, useState } from "react";
import { type ChangeGroup, countChanges } from "../../extension/deploy/groupChanges";
import type { Path } from "../../extension/manifest/problem";
import { strings } from "../strings";
import { ChangeIcon } from "./ChangeIcon";
import { ChangeRow } from "./ChangeRow";
import { JumpButton } from "./JumpButton";
import { OwnerName } from "./OwnerName";
import "./changes.css";

/** What happens to one component. What loses something stands open and cannot be folded away; mere additions are folded. */
export function ChangeGroupSection({ group }: { readonly group: ChangeGroup }) {
  const { component, changes, additions, isSerious } = group;
  const id = useId();
  const [isUnfolded, setUnfolded] = useState(changes.length > 0);
  const isOpen = isSerious || isUnfolded;
  const all = [...changes, ...additions.flatMap((row) => row.changes)];
  const head = (
    <>
      <OwnerName component={component} shared={strings.deployment.shared} />
      <span className="group-counts">
        {countChanges(all).map(({ action, count }) => (
          <span key={action}>
            <ChangeIcon action={action} /> {count}
          </span>
        ))}
      </span>
    </>
  );
  return (
    <section className="change-group">
      <h3>
        {isSerious ? (
          <span className="group-head">{head}</span>
        ) : (
          <button
            type="button"
            className="group-head"
            aria-expanded={isOpen}
            aria-controls={id}
            onClick={() => setUnfolded(!isUnfolded)}
          >
            <span className={`codicon codicon-chevron-${isOpen ? "down" : "right"}`} aria-hidden="true" />
            {head}
          </button>
        )}
      </h3>
      <div id={id} hidden={!isOpen}>
        {changes.map((change) => (
          <ChangeRow key={`${change.logicalId} ${change.action}`} change={change} />
        ))}
        {additions.map((row) => (
          <div className="change change-head" key={row.text}>
            <ChangeIcon action="add" />
            <span className="change-label" title={row.changes.map(({ logicalId }) => logicalId).join("\n")}>
              {row.text}
            </span>
            <JumpButton path={samePath(row.changes.map(({ path }) => path))} />
          </div>
        ))}
      </div>
    </section>
  );
}

/** As much of the paths as they have in common; of things that come from different places, none. */
function samePath(paths: readonly (Path | undefined)[]): Path | undefined {
  const [first, ...others] = paths;
  if (first === undefined) return undefined;
  const differs = first.findIndex((step, index) => others.some((other) => other?.[index] !== step));
  const common = differs < 0 ? first : first.slice(0, differs);
  return common.length === 0 ? undefined : common;
}
