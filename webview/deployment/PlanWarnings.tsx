import type { Plan } from "../../extension/deploy/types";
import { durationWords } from "../../extension/deploy/words";
import { strings } from "../strings";
import { JumpButton } from "./JumpButton";
import "./planNotes.css";

/** Who reaches or may do more, what CloudFormation would say of it, and how long it takes. */
export function PlanWarnings({ plan }: { readonly plan: Plan }) {
  const { widened = [], findings = [], duration, identity } = plan;
  const icons = { network: "globe", permission: "key" } as const;
  return (
    <>
      {widened.length > 0 && (
        <section className="widened" aria-label={strings.plan.widened}>
          <h3>{strings.plan.widened}</h3>
          <ul>
            {widened.map(({ kind, text, logicalId, path }) => (
              <li key={`${logicalId} ${text}`} title={logicalId}>
                <span className={`codicon codicon-${icons[kind]}`} aria-hidden="true" />
                <span className="note-text">{text}</span>
                <JumpButton path={path} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {findings.length > 0 && (
        <section className="widened" aria-label={strings.plan.findings}>
          <h3>{strings.plan.findings}</h3>
          <Findings findings={findings} />
        </section>
      )}
      {duration !== undefined && (
        <p className="plan-note">
          {strings.plan.duration(durationWords(duration), identity.target === "sandbox")}{" "}
          <span className="dim">{strings.plan.estimate(duration.because)}</span>
        </p>
      )}
    </>
  );
}

/** What CloudFormation found wrong, each with its line. */
export function Findings({ findings }: { readonly findings: NonNullable<Plan["findings"]> }) {
  return (
    <ul className="findings">
      {findings.map(({ logicalId, text, path, severity }) => (
        <li key={`${logicalId} ${text}`}>
          <span className={`codicon codicon-${severity}`} aria-hidden="true" />
          <span className="note-text">
            <span className="finding-id">{logicalId}</span> {text}
          </span>
          <JumpButton path={path} />
        </li>
      ))}
    </ul>
  );
}
