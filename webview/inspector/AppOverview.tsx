import { labelOf } from "../components/componentInfo";
import { Outputs } from "../deployment/Outputs";
import { useCanvas } from "../state/hooks";
import { strings } from "../strings";
import { ProblemList } from "../toolbar/ProblemList";

/** The application as a whole, when nothing is selected. */
export function AppOverview() {
  const picture = useCanvas((state) => state.picture);
  const outputs = useCanvas((state) => state.outputs);
  if (picture === undefined) return null;
  const counts = new Map<string, number>();
  for (const { type } of picture.components) counts.set(type, (counts.get(type) ?? 0) + 1);
  return (
    <div className="side-body">
      <div className="app-name" title={picture.name}>
        {picture.name}
      </div>
      <dl className="facts">
        <dt>{strings.toolbar.environment}</dt>
        <dd>{picture.environment}</dd>
        {picture.region !== undefined && (
          <>
            <dt>{strings.overview.region}</dt>
            <dd>{picture.region}</dd>
          </>
        )}
        <dt>{strings.overview.components}</dt>
        <dd>{picture.components.length}</dd>
      </dl>
      {counts.size > 0 && (
        <ul className="counts">
          {[...counts].map(([type, count]) => (
            <li key={type}>
              <span>{labelOf(type)}</span>
              <span>{count}</span>
            </li>
          ))}
        </ul>
      )}
      {outputs.length > 0 && (
        <>
          <h3>{strings.overview.outputs}</h3>
          <Outputs outputs={outputs} />
        </>
      )}
      {picture.problems.length > 0 && (
        <>
          <h3>{strings.overview.problems}</h3>
          <div className="flush">
            <ProblemList problems={picture.problems} />
          </div>
        </>
      )}
      {picture.components.length > 0 && <p className="hint">{strings.overview.help}</p>}
    </div>
  );
}
