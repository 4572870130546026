import type { ComponentType } from "../../extension/manifest/app";
import type { Operation, Position } from "../../extension/manifest/edit/operation";
import { infoOf, labelOf } from "../components/componentInfo";
import { freeName } from "../components/naming";
import { strings } from "../strings";
import type { Controller } from "./controller";
import { regroup } from "./groups";
import { whyNotChange } from "./mayChange";
import { removeNotes } from "./notes";
import { awaitComponents } from "./select";

export interface Addition {
  /** Chosen by a person, and therefore written. */
  readonly position?: Position;
  /** Where it stands as long as nobody chooses; remembered as other automatic places are. */
  readonly spot?: Position | undefined;
  /** The group that it becomes part of. */
  readonly into?: string | undefined;
}

/** A new component with a free name. Its name is then ready to be changed in the inspector. */
export async function addComponent(
  controller: Controller,
  type: ComponentType,
  { position, spot, into }: Addition = {},
): Promise<void> {
  const { store } = controller;
  const { picture } = store.get();
  const reason = whyNotChange(store.get(), "add");
  if (reason !== undefined || picture === undefined) return controller.notify(reason ?? strings.refused.loading);
  const name = freeName(type, new Set(picture.components.map((component) => component.name)));
  const places = spot === undefined ? {} : { [name]: spot };
  store.update((state) => ({
    ...awaitComponents(state, [name], true),
    view: { ...state.view, inspector: true, places: { ...state.view.places, ...places } },
  }));
  const answer = await controller.edit(
    [
      {
        kind: "addComponent",
        name,
        fields: { type, ...infoOf(type)?.new },
        ...(position === undefined ? {} : { position: [Math.round(position[0]), Math.round(position[1])] }),
      },
      ...(into === undefined ? [] : regroup(picture.groups, new Set([name]), into)),
    ],
    strings.announce.added(labelOf(type), name),
  );
  if (!answer.ok) store.update((state) => ({ ...state, awaited: undefined }));
}

/** Components with all that leads to them, links and notes, in one step. */
export async function remove(
  controller: Controller,
  components: readonly string[],
  edges: readonly string[],
  notes: readonly string[] = [],
): Promise<void> {
  const state = controller.store.get();
  const reason = whyNotChange(state, "place");
  if (reason !== undefined) return controller.notify(reason);
  const gone = new Set(components);
  const links = (state.picture?.edges ?? []).filter(
    (edge) => edges.includes(`${edge.kind}:${edge.from}:${edge.to}`) && !gone.has(edge.from) && !gone.has(edge.to),
  );
  const declared = new Map(
    links.flatMap((edge) => (edge.kind === "reference" ? [] : [[`${edge.from}:${edge.to}`, edge] as const])),
  );
  if (gone.size + declared.size + notes.length === 0) {
    const inferred = links[0];
    if (inferred !== undefined) controller.notify(strings.connect.inferred(inferred.from, inferred.to));
    return;
  }
  const operations: Operation[] = [
    ...[...declared.values()].map(({ from, to }): Operation => ({ kind: "disconnect", from, to })),
    ...components.map((name): Operation => ({ kind: "removeComponent", name })),
    ...removeNotes(notes),
  ];
  await controller.edit(operations, strings.announce.removed(components, declared.size, notes.length));
}

export async function rename(controller: Controller, name: string, to: string): Promise<void> {
  controller.store.update((state) => awaitComponents(state, [to], false));
  const answer = await controller.edit([{ kind: "renameComponent", name, to }], strings.announce.renamed(name, to));
  if (!answer.ok) controller.store.update((state) => ({ ...state, awaited: undefined }));
}

/** Nothing on the canvas is moved or deleted until it is unlocked; the text says so, for everybody. */
export async function toggleLock(controller: Controller): Promise<void> {
  const { picture } = controller.store.get();
  const reason = whyNotChange(controller.store.get(), "add");
  if (reason !== undefined || picture === undefined) return controller.notify(reason ?? strings.refused.loading);
  const path = ["canvas", "$locked"];
  await controller.edit(
    [picture.locked ? { kind: "removeValue", path } : { kind: "setValue", path, value: true }],
    picture.locked ? strings.lock.unlocked : strings.lock.locked,
  );
}
