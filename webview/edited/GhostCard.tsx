import type { Position } from "../../extension/manifest/edit/operation";
import type { Ghost } from "../../extension/protocol/messages";
import { accentOf, iconOf, labelOf } from "../components/componentInfo";
import { useController } from "../state/hooks";
import { strings } from "../strings";

interface GhostCardProps {
  readonly ghost: Ghost;
  readonly at: Position;
}

/** A component that another version has: its card as it was, which nothing can be done with but to look at it. */
export function GhostCard({ ghost, at }: GhostCardProps) {
  const { store } = useController();
  const { name, type, summary } = ghost;
  const [x, y] = at;
  return (
    <button
      type="button"
      className="card ghost nopan"
      data-ghost={name}
      tabIndex={-1}
      style={{ ["--accent" as string]: accentOf(type), transform: `translate(${x}px, ${y}px)` }}
      aria-label={strings.compared.ghost(name, labelOf(type))}
      onClick={() =>
        store.update((state) => ({
          ...state,
          difference: name,
          rightTab: "changes",
          view: { ...state.view, inspector: true },
        }))
      }
    >
      <span className="card-icon">
        <span className={`codicon codicon-${iconOf(type)}`} aria-hidden="true" />
      </span>
      <span className="card-text">
        <span className="card-name" title={name}>
          {name}
        </span>
        <span className="card-summary">{summary || labelOf(type)}</span>
      </span>
      <span className="card-status tone-remove">
        <span className="codicon codicon-diff-removed" aria-hidden="true" />
        <span className="card-status-text">{strings.compared.ghostFact}</span>
      </span>
    </button>
  );
}
