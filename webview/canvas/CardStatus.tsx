import type { ComponentStatus } from "../deployment/componentStatus";

/** How the component's part of a deployment is doing: an icon and words, and how far it is. */
export function CardStatus({ status }: { readonly status: ComponentStatus }) {
  const { icon, tone, text, count } = status;
  return (
    <div className={`card-status tone-${tone}`} title={text}>
      <span className={`codicon codicon-${icon}`} aria-hidden="true" />
      <span className="card-status-text">{text}</span>
      {count !== undefined && <span className="card-status-count">{count}</span>}
    </div>
  );
}
