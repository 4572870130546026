import type { PictureComponent } from "../../extension/protocol/messages";
import { Button } from "../controls/Button";
import { remove } from "../state/actions";
import { useCanvas, useController, useEditable } from "../state/hooks";
import { select } from "../state/select";
import { strings } from "../strings";
import { ConnectionPreview } from "./ConnectionPreview";
import { connectionsOf } from "./connections";
import { merge, valueAt } from "./values";

/** A selected line: what it joins, and how to take it away. */
export function LinkDetails({ id }: { readonly id: string }) {
  const controller = useController();
  const isEditable = useEditable();
  const edge = useCanvas((state) => state.edges.find((candidate) => candidate.id === id));
  const from = useCanvas((state) => state.picture?.components.find(({ name }) => name === edge?.source));
  const to = useCanvas((state) => state.picture?.components.find(({ name }) => name === edge?.target));
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
      {kind === "connection" && from !== undefined && to !== undefined && (
        <ConnectionPreview from={from} to={to} prefix={prefixOf(from, to.name)} />
      )}
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

function prefixOf({ fields, override }: PictureComponent, to: string): string {
  return connectionsOf(valueAt(merge(fields, override), ["connections"])).get(to) ?? "";
}
