import type { ComponentPhase, ComponentProgress } from "../../extension/deploy/types";
import { strings } from "../strings";

export const phaseIcons: Readonly<Record<ComponentPhase, string>> = {
  waiting: "circle-large-outline",
  working: "loading codicon-modifier-spin",
  done: "pass-filled",
  failed: "error",
  removed: "trash",
};

/** How the component's part of a deployment is doing: an icon and words, and how far it is. */
export function CardStatus({ progress }: { readonly progress: ComponentProgress }) {
  const { phase, text, done, total } = progress;
  const isCounted = phase === "working" && total > 0;
  return (
    <div className={`card-status status-${phase}`} title={text || strings.phase[phase]}>
      <span className={`codicon codicon-${phaseIcons[phase]}`} aria-hidden="true" />
      <span className="card-status-text">{text || strings.phase[phase]}</span>
      {isCounted && <span className="card-status-count">{strings.deployment.progress(done, total)}</span>}
    </div>
  );
}
