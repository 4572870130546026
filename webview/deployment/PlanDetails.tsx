import { groupChanges } from "../../extension/deploy/groupChanges";
import type { Plan } from "../../extension/deploy/types";
import { PlanPrice } from "../price/PlanPrice";
import { useCanvas } from "../state/hooks";
import { isSameList } from "../state/share";
import { strings } from "../strings";
import { ChangeGroupSection } from "./ChangeGroupSection";
import { PlanWarnings } from "./PlanWarnings";

/** What is going to happen, where, and to whose data. */
export function PlanDetails({ plan }: { readonly plan: Plan }) {
  const { identity } = plan;
  const order = useCanvas((state) => state.picture?.components.map(({ name }) => name) ?? [], isSameList);
  const facts: readonly (readonly [string, string | undefined])[] = [
    [strings.deployment.account, identity.account],
    [strings.deployment.region, identity.region],
    [strings.deployment.profile, identity.profile],
    [strings.deployment.stack, plan.stackName],
  ];
  return (
    <>
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
      {identity.target === "sandbox" && (
        <div className="simulation">
          <span className="codicon codicon-beaker" aria-hidden="true" />
          {strings.deployment.simulation}
        </div>
      )}
      {plan.renames?.map(({ from, text, ways }) => (
        <div className="rename" key={from} role="note">
          <p className="plan-note">{text}</p>
          <ul>
            {ways.map((way) => (
              <li key={way}>{way}</li>
            ))}
          </ul>
        </div>
      ))}
      <PlanWarnings plan={plan} />
      {plan.price !== undefined && <PlanPrice price={plan.price} kind={plan.kind} />}
      {plan.protection !== undefined && (
        <p className="plan-note">{strings.deployment.protection[plan.protection ? "on" : "off"]}</p>
      )}
      <div className="change-groups">
        {groupChanges(plan.changes, order).map((group) => (
          <ChangeGroupSection key={group.component ?? ""} group={group} />
        ))}
      </div>
    </>
  );
}
