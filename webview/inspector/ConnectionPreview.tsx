import type { PictureComponent } from "../../extension/protocol/messages";
import { useCanvas } from "../state/hooks";
import { strings } from "../strings";
import { injectedBy, portOf } from "./connections";

interface ConnectionPreviewProps {
  readonly from: PictureComponent;
  readonly to: PictureComponent;
  /** `""`: the one that the name gives. */
  readonly prefix: string;
}

/** What a connection does: the way that it opens, and each variable that it gives, with what is in its way. */
export function ConnectionPreview({ from, to, prefix }: ConnectionPreviewProps) {
  const components = useCanvas((state) => state.picture?.components);
  const typeOf = (name: string) => components?.find((component) => component.name === name)?.type;
  const injected = injectedBy(from, to, prefix, typeOf);
  const conflicts = injected.filter(({ conflict }) => conflict !== undefined);
  return (
    <div className="connection-preview">
      <div>
        <span className="codicon codicon-plug" aria-hidden="true" />{" "}
        {strings.inspector.opens(from.name, to.name, portOf(to))}
      </div>
      <ul aria-label={strings.inspector.injects(from.name)}>
        {injected.map(({ name, isSecret, conflict }) => (
          <li key={name} className={conflict === undefined ? "" : "conflict"}>
            <span
              className={`codicon codicon-${conflict !== undefined ? "warning severity-warning" : isSecret ? "lock" : "symbol-variable"}`}
              title={isSecret ? strings.inspector.injectedSecret : undefined}
              aria-hidden="true"
            />
            <code>{name}</code>
            {isSecret && <span className="visually-hidden">{strings.inspector.injectedSecret}</span>}
          </li>
        ))}
      </ul>
      {conflicts.map(({ name, conflict }) => (
        <div className="field-message" role="alert" key={name}>
          {conflict !== undefined && strings.inspector.conflict[conflict.kind](name, conflict.with)}
        </div>
      ))}
    </div>
  );
}
