import { startingPoints } from "../components/startingPoints";
import { begin } from "../state/actions";
import { useCanvas, useController, useEditable } from "../state/hooks";
import { strings } from "../strings";

/** What an application without components shows: how to begin. */
export function EmptyStart() {
  const controller = useController();
  const isEmpty = useCanvas((state) => state.picture?.components.length === 0 && state.picture.readable);
  const isEditable = useEditable();
  if (!isEmpty) return null;
  return (
    <div className="start nokey">
      <div className="start-box">
        <h2>{strings.start.title}</h2>
        <p>{isEditable ? strings.start.body : strings.start.readOnly}</p>
        {isEditable &&
          startingPoints.map((point) => (
            <button key={point.id} type="button" className="start-item" onClick={() => void begin(controller, point)}>
              <span className={`codicon codicon-${point.icon}`} aria-hidden="true" />
              <span>
                <span className="start-title">{point.title}</span>
                <span className="start-description">{point.description}</span>
              </span>
            </button>
          ))}
      </div>
    </div>
  );
}
