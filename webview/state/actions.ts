import type { ComponentType } from "../../extension/manifest/app";
import type { Operation, Position } from "../../extension/manifest/edit/operation";
import { infoOf, labelOf } from "../components/componentInfo";
import { whyNotConnect } from "../components/connectable";
import { freeName } from "../components/naming";
import { strings } from "../strings";
import type { Controller } from "./controller";
import { isEditable } from "./hooks";
import { forgetPlaces } from "./receivePicture";
import { awaitComponent } from "./select";

/** A new component with a free name. Its name is then ready to be changed in the inspector. */
export async function addComponent(controller: Controller, type: ComponentType, position?: Position): Promise<void> {
  const { store } = controller;
  const { picture } = store.get();
  if (picture === undefined || !isEditable(store.get())) return;
  const name = freeName(type, new Set(picture.components.map((component) => component.name)));
  const spot: Position | undefined = position && [Math.round(position[0]), Math.round(position[1])];
  store.update((state) => ({ ...awaitComponent(state, name, true), view: { ...state.view, inspector: true } }));
  const answer = await controller.edit(
    [
      {
        kind: "addComponent",
        name,
        fields: { type, ...infoOf(type)?.new },
        ...(spot === undefined ? {} : { position: spot }),
      },
    ],
    strings.announce.added(labelOf(type), name),
  );
  if (!answer.ok) store.update((state) => ({ ...state, awaited: undefined }));
}

/** Components with all that leads to them, and links, in one step. */
export async function remove(
  controller: Controller,
  components: readonly string[],
  edges: readonly string[],
): Promise<void> {
  const state = controller.store.get();
  if (!isEditable(state)) return;
  const gone = new Set(components);
  const links = (state.picture?.edges ?? []).filter(
    (edge) => edges.includes(`${edge.kind}:${edge.from}:${edge.to}`) && !gone.has(edge.from) && !gone.has(edge.to),
  );
  const declared = new Map(
    links.flatMap((edge) => (edge.kind === "reference" ? [] : [[`${edge.from}:${edge.to}`, edge] as const])),
  );
  if (gone.size === 0 && declared.size === 0) {
    const inferred = links[0];
    if (inferred !== undefined) controller.notify(strings.connect.inferred(inferred.from, inferred.to));
    return;
  }
  const operations: Operation[] = [
    ...[...declared.values()].map(({ from, to }): Operation => ({ kind: "disconnect", from, to })),
    ...components.map((name): Operation => ({ kind: "removeComponent", name })),
  ];
  await controller.edit(operations, strings.announce.removed(components, declared.size));
}

export async function connect(controller: Controller, from: string, to: string): Promise<void> {
  const { picture } = controller.store.get();
  if (picture === undefined || !isEditable(controller.store.get())) return;
  const find = (name: string) => picture.components.find((component) => component.name === name);
  const reason = whyNotConnect(find(from), find(to), picture.edges);
  if (reason !== undefined) {
    controller.notify(reason);
    return;
  }
  await controller.edit([{ kind: "connect", from, to }], strings.announce.connected(from, to));
}

export async function rename(controller: Controller, name: string, to: string): Promise<void> {
  controller.store.update((state) => awaitComponent(state, to, false));
  const answer = await controller.edit([{ kind: "renameComponent", name, to }], strings.announce.renamed(name, to));
  if (!answer.ok) controller.store.update((state) => ({ ...state, awaited: undefined }));
}

/** Forgets every place: those in the text as one step, and those that were only remembered. */
export async function arrangeAll(controller: Controller): Promise<void> {
  const { picture } = controller.store.get();
  if (picture === undefined || !isEditable(controller.store.get())) return;
  const isPlaced = picture.components.some((component) => component.position !== undefined);
  controller.store.update((state) => ({ ...state, view: { ...state.view, places: {} } }));
  if (isPlaced) await controller.edit([{ kind: "removeValue", path: ["canvas"] }], strings.announce.arranged);
  else {
    controller.store.update(forgetPlaces);
    controller.announce(strings.announce.arranged);
  }
}
