import type { Plan } from "../../extension/deploy/types";
import { strings } from "../strings";
import { ChangeIcon } from "./ChangeIcon";
import { ChangeRow } from "./ChangeRow";
import { countChanges, groupChanges } from "./groupChanges";

/** What is going to happen, where, and to whose data. */
export function PlanDetails({ plan }: { readonly plan: Plan }) {
  const { identity } = plan;
  const facts: readonly (readonly [string, string | undefined])[] = [
    [strings.deployment.account, identity.account],
    [strings.deployment.region, identity.region],
    [strings.deployment.profile, identity.profile],
    [strings.deployment.stack, plan.stackName],
  ];
  return (
    <>
      {identity.target === "sandbox" && (
        <div className="simulation">
          <span className="codicon codicon-beaker" aria-hidden="true" />
          {strings.deployment.simulation}
        </div>
      )}
      <dl className="facts">
        {facts.map(([name, value]) =>
          value === undefined ? null : (
            <div className="fact" key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
        )}
      </dl>
      {plan.dataRisks.length > 0 && (
        <div className="risks" role="alert">
          <h3>
            <span className="codicon codicon-warning" aria-hidden="true" /> {strings.deployment.risks}
          </h3>
          {plan.dataRisks.map((risk) => (
            <p key={risk}>{risk}</p>
          ))}
        </div>
      )}
      {plan.protection !== undefined && (
        <p className="plan-note">{strings.deployment.protection[plan.protection ? "on" : "off"]}</p>
      )}
      <ul className="change-counts" aria-label={strings.deployment[plan.kind]}>
        {countChanges(plan.changes).map(({ action, count }) => (
          <li key={action}>
            <ChangeIcon action={action} /> {strings.deployment.counts[action](count)}
          </li>
        ))}
      </ul>
      {groupChanges(plan.changes).map(({ component, changes }) => (
        <section key={component ?? ""} className="change-group">
          <h3>{component ?? strings.deployment.shared}</h3>
          {changes.map((change) => (
            <ChangeRow key={`${change.logicalId} ${change.action}`} change={change} />
          ))}
        </section>
      ))}
    </>
  );
}
