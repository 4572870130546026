import { Button } from "../controls/Button";
import { remove } from "../state/actions";
import { useCanvas, useController, useEditable } from "../state/hooks";
import { select } from "../state/select";
import { strings } from "../strings";

/** A selected line: what it joins, and how to take it away. */
export function LinkDetails({ id }: { readonly id: string }) {
  const controller = useController();
  const isEditable = useEditable();
  const edge = useCanvas((state) => state.edges.find((candidate) => candidate.id === id));
  if (edge === undefined) return null;
  const kind = edge.data?.kind ?? "connection";
  const go = (name: string) => controller.store.update((state) => select(state, [name]));
  return (
    <div className="side-body">
      <h3>{strings.inspector[kind]}</h3>
      <div className="link-ends">
        <button type="button" className="text-button" onClick={() => go(edge.source)}>
          {edge.source}
        </button>
        <span className="codicon codicon-arrow-right" aria-hidden="true" />
        <button type="button" className="text-button" onClick={() => go(edge.target)}>
          {edge.target}
        </button>
      </div>
      {edge.data?.label !== undefined && <p className="dim">{edge.data.label}</p>}
      {kind === "reference" ? (
        <p className="dim">{strings.connect.inferred(edge.source, edge.target)}</p>
      ) : (
        isEditable && (
          <Button icon="debug-disconnect" onPress={() => void remove(controller, [], [id])}>
            {strings.inspector.disconnect}
          </Button>
        )
      )}
    </div>
  );
}
